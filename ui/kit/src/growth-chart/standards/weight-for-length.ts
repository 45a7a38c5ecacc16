/** WHO weight-for-length, 45 to 110 cm lying (under 731 days). */
import type { Sex } from '@denba/growth/sex';
import { weightAtLength } from '@denba/growth/who/weight-for-length';
import { type ChartStandard, zLines } from '../chart-standard.ts';

export const chartStandard = (sex: Sex): ChartStandard => ({
  id: 'weight-for-length',
  axis: 'length',
  unit: 'kg',
  parts: [{ from: 45, to: 110 }],
  lines: zLines,
  valueAt: (cm, z) => weightAtLength('length', sex, cm, z),
});
