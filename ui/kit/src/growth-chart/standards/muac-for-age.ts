/**
 * WHO MUAC-for-age, 91 to 1826 days, in millimetres as a tape is read. Under three months there is no standard: there
 * the chart shows only the points and the protocol's own cut-off line, which the page passes.
 */
import type { Sex } from '@denba/growth/sex';
import { valueAtAge } from '@denba/growth/who/age-index';
import { muacForAgeIndex } from '@denba/growth/who/muac-for-age';
import { type ChartStandard, zLines } from '../chart-standard.ts';

export const chartStandard = (sex: Sex): ChartStandard => ({
  id: 'muac-for-age',
  axis: 'age',
  unit: 'mm',
  parts: [{ from: 91, to: 1826 }],
  lines: zLines,
  valueAt: (days, z) => {
    const cm = valueAtAge(muacForAgeIndex, sex, days, z);
    return cm.kind === 'value' ? { kind: 'value', value: cm.value * 10 } : cm;
  },
});
