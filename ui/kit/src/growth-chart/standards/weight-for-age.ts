/** WHO weight-for-age, birth to 1826 days. */
import type { Sex } from '@denba/growth/sex';
import { valueAtAge } from '@denba/growth/who/age-index';
import { weightForAgeIndex } from '@denba/growth/who/weight-for-age';
import { type ChartStandard, zLines } from '../chart-standard.ts';

export const chartStandard = (sex: Sex): ChartStandard => ({
  id: 'weight-for-age',
  axis: 'age',
  unit: 'kg',
  parts: [{ from: 0, to: 1826 }],
  lines: zLines,
  valueAt: (days, z) => valueAtAge(weightForAgeIndex, sex, days, z),
});
