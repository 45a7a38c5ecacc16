/**
 * INTERGROWTH-21st size at birth, 24+0 to 42+6 weeks. Two methods meet at 33+0 with a step, as published; the chart
 * shows the step instead of joining the lines.
 */
import { type NewbornMeasure, newbornValueAt } from '@denba/growth/intergrowth/newborn-size';
import type { Sex } from '@denba/growth/sex';
import { type ChartStandard, centileLines } from '../chart-standard.ts';

export type BirthChartId = 'birth-weight' | 'birth-length' | 'birth-head';

export const birthStandard = (id: BirthChartId, measure: NewbornMeasure, sex: Sex): ChartStandard => ({
  id,
  axis: 'gestation',
  unit: id === 'birth-weight' ? 'kg' : 'cm',
  parts: [
    { from: 168, to: 230 },
    { from: 231, to: 300 },
  ],
  lines: centileLines,
  valueAt: (days, z) => newbornValueAt(measure, sex, days, z),
});
