/** INTERGROWTH-21st postnatal growth of preterm infants, 27 to 64 weeks post-menstrual. Equations, no table. */
import {
  postnatalHead,
  postnatalLength,
  postnatalValueAt,
  postnatalWeight,
} from '@denba/growth/intergrowth/postnatal-growth';
import type { Sex } from '@denba/growth/sex';
import { type ChartStandard, zLines } from '../chart-standard.ts';

const measures = {
  'preterm-weight': { measure: postnatalWeight, unit: 'kg' },
  'preterm-length': { measure: postnatalLength, unit: 'cm' },
  'preterm-head': { measure: postnatalHead, unit: 'cm' },
} as const;

export type PretermChartId = keyof typeof measures;

export const pretermStandard = (id: PretermChartId, sex: Sex): ChartStandard => ({
  id,
  axis: 'postMenstrualAge',
  unit: measures[id].unit,
  parts: [{ from: 27 * 7, to: 64 * 7 }],
  lines: zLines,
  valueAt: (days, z) => postnatalValueAt(measures[id].measure, sex, days, z),
});
