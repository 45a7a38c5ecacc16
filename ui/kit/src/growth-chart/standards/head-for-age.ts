/** WHO head circumference-for-age, birth to 1826 days. */
import type { Sex } from '@denba/growth/sex';
import { valueAtAge } from '@denba/growth/who/age-index';
import { headCircumferenceForAgeIndex } from '@denba/growth/who/head-circumference-for-age';
import { type ChartStandard, zLines } from '../chart-standard.ts';

export const chartStandard = (sex: Sex): ChartStandard => ({
  id: 'head-for-age',
  axis: 'age',
  unit: 'cm',
  parts: [{ from: 0, to: 1826 }],
  lines: zLines,
  valueAt: (days, z) => valueAtAge(headCircumferenceForAgeIndex, sex, days, z),
});
