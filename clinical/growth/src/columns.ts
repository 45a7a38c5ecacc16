/**
 * z-scores of many children at once: typed-array columns in and out, one row per child. The results equal those of the
 * single-child functions bit for bit, because both run the same code.
 *
 * In a column NaN means "no value": on input an unknown age or measurement, on output a child without z, whose reason
 * is in the same row of `reason` (reason-code.ts). There is never a NaN without its reason.
 */
import { codeOfRounded, type FlagLimits, type ReasonCode, reasonCode, roundedZ } from './reason-code.ts';
import type { Sex } from './sex.ts';
import type { Measured } from './who/measured-length.ts';

/** Input columns, one row per child; all columns have the same length. */
export type ChildColumns = {
  /** 0 unknown, 1 boy, 2 girl. */
  readonly sex: Uint8Array;
  readonly ageDays: Float64Array;
  readonly weightKg: Float64Array;
  readonly lengthCm: Float64Array;
  /** 0 unknown, 1 lying, 2 standing. */
  readonly measured: Uint8Array;
  /** 1 is yes. Any other value is read as no, as in WHO anthro. */
  readonly oedema: Uint8Array;
  readonly headCircumferenceCm: Float64Array;
  readonly muacCm: Float64Array;
  readonly tricepsMm: Float64Array;
  readonly subscapularMm: Float64Array;
};

export type ZScoreColumn = {
  /** Rounded to two decimals. */
  readonly z: Float64Array;
  readonly raw: Float64Array;
  readonly reason: Uint8Array;
};

export const createZScoreColumn = (children: number): ZScoreColumn => ({
  z: new Float64Array(children),
  raw: new Float64Array(children),
  reason: new Uint8Array(children),
});

const sexes: readonly (Sex | null)[] = [null, 'M', 'F'];
const postures: readonly (Measured | null)[] = [null, 'lying', 'standing'];

export const sexAt = (children: ChildColumns, row: number): Sex | null => sexes[children.sex[row] ?? 0] ?? null;

export const postureAt = (children: ChildColumns, row: number): Measured | null =>
  postures[children.measured[row] ?? 0] ?? null;

/** Writes the z-score of one child (row), with the code `scored` or `flagged`. */
export const writeZ = (into: ZScoreColumn, row: number, raw: number, limits: FlagLimits): void => {
  const z = roundedZ(raw);
  into.z[row] = z;
  into.raw[row] = raw;
  into.reason[row] = codeOfRounded(z, limits);
};

export const writeRefusal = (into: ZScoreColumn, row: number, code: ReasonCode): void => {
  if (code === reasonCode.scored) throw new RangeError('a refusal needs a reason');
  into.z[row] = Number.NaN;
  into.raw[row] = Number.NaN;
  into.reason[row] = code;
};
