/**
 * WHO length-for-age, birth to 1826 days: lying under 731 days, then standing, 0.7 cm less. The step is not smoothed.
 */
import type { Sex } from '@denba/growth/sex';
import { valueAtAge } from '@denba/growth/who/age-index';
import { lengthForAgeIndex } from '@denba/growth/who/length-for-age';
import { type ChartStandard, zLines } from '../chart-standard.ts';

export const chartStandard = (sex: Sex): ChartStandard => ({
  id: 'length-for-age',
  axis: 'age',
  unit: 'cm',
  parts: [
    { from: 0, to: 730 },
    { from: 731, to: 1826 },
  ],
  lines: zLines,
  valueAt: (days, z) => valueAtAge(lengthForAgeIndex, sex, days, z),
});
