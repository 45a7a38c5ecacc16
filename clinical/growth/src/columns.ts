/**
 * Many children at once: columns in, columns out, one place per child. The z-scores are those of the single-child
 * functions bit for bit, because both run the same code.
 *
 * In a column NaN is the code for "no value": in, an unknown age or measurement; out, a child without z, whose reason
 * stands at the same place of `reason` (reason-code.ts). A NaN never leaves without its reason.
 */
import { codeOfRounded, type FlagLimits, type ReasonCode, reasonCode, roundedZ } from './reason-code.ts';
import type { Sex } from './sex.ts';
import type { Measured } from './who/measured-length.ts';

/** What is read of the children; all columns have the same length. */
export type ChildColumns = {
  /** 0 unknown, 1 boy, 2 girl. */
  readonly sex: Uint8Array;
  readonly ageDays: Float64Array;
  readonly weightKg: Float64Array;
  readonly lengthCm: Float64Array;
  /** 0 unknown, 1 lying, 2 standing. */
  readonly measured: Uint8Array;
  /** 1 yes; anything else as WHO anthro: no. */
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

/** Writes one child's answer. */
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
