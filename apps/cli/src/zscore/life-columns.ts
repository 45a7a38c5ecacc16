/** The life-course columns of a row: the standard used, the z-scores against it, and size at birth. */
import { postureAt, sexAt } from '@denba/growth/columns';
import { sizeForGestation } from '@denba/growth/intergrowth/size-for-gestation';
import {
  headCircumferenceForLife,
  lengthForLife,
  weightForLengthForLife,
  weightForLife,
} from '@denba/growth/life-course';
import { lifeCourseStandard } from '@denba/growth/life-course-standard';
import type { ZScore } from '@denba/growth/z-score';
import type { ChildBatch } from './child-batch.ts';
import type { RowFlags } from './row-flags.ts';

export const lifeNames = ['standard', 'waz_life', 'lhaz_life', 'wlz_life', 'hcz_life', 'sfga_centile', 'svn'] as const;

export type FormatZ = (z: number, raw: number) => string;

/** The cells of `lifeNames`, in that order. */
export const lifeCells = (
  batch: ChildBatch,
  row: number,
  birthMeasure: boolean,
  flags: RowFlags,
  format: FormatZ,
  formatCentile: (centile: number) => string,
): string[] => {
  const known = (column: Float64Array): number | null => {
    const value = column[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  const child = {
    sex: sexAt(batch, row),
    measured: postureAt(batch, row),
    oedema: batch.oedema[row] === 1,
    ageDays: known(batch.ageDays),
    gestationalAgeDays: known(batch.gestationalAgeDays),
    weightKg: known(batch.weightKg),
    lengthCm: known(batch.lengthCm),
    headCircumferenceCm: known(batch.headCircumferenceCm),
    birthMeasure,
  };
  const standard = lifeCourseStandard(child);
  if (standard.kind === 'none') {
    const said = saidOfNone[standard.because];
    if (said !== null) flags.add(row, `standard:${said}`);
    return lifeNames.map(() => '');
  }
  if (standard.because === 'gestationalAgeUnknown') flags.add(row, 'gestational_age_days:missing');
  const z = (name: string, score: ZScore): string => {
    const flag = flagOf(score);
    if (flag !== null && !(name === 'wlz_life' && standard.standard === 'IG-NBS')) flags.add(row, `${name}:${flag}`);
    return score.kind === 'scored' || score.kind === 'flagged' ? format(score.z, score.raw) : '';
  };
  const size = standard.standard === 'IG-NBS' ? sizeForGestation(child) : null;
  const classified = size?.kind === 'classified' ? size : null;
  return [
    standard.standard,
    z('waz_life', weightForLife(child).score),
    z('lhaz_life', lengthForLife(child).score),
    z('wlz_life', weightForLengthForLife(child).score),
    z('hcz_life', headCircumferenceForLife(child).score),
    classified === null ? '' : formatCentile(classified.centile),
    classified === null ? '' : classified.type,
  ];
};

const saidOfNone = {
  ageUnknown: null,
  ageNegative: null,
  bornBefore24Weeks: 'born_before_24_weeks',
  pretermBefore27Weeks: 'before_27_weeks',
} as const;

const flagOf = (score: ZScore): string | null => {
  if (score.kind === 'flagged') return 'flagged';
  if (score.kind === 'notValid') return score.because;
  if (score.kind !== 'outOfRange') return null;
  return score.what === 'gestationalAge' ? 'gestational_age_out_of_range' : `${score.what}_out_of_range`;
};
