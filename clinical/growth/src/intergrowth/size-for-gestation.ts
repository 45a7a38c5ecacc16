/**
 * Size at birth for gestational age, and the six types of small vulnerable newborn (Lancet Small Vulnerable Newborn
 * series, 2023): preterm or term, small (< 10th centile of weight), appropriate (10th to 90th, both included), large
 * (> 90th). Severe: < 3rd. Preterm is under 37+0 (259 days). The centile is compared unrounded.
 */
import { centileOfZ } from '../normal-distribution.ts';
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { weightForGestation } from './weight-for-gestation.ts';

export type SizeForGestation = 'SGA' | 'AGA' | 'LGA';
export type VulnerableNewbornType = `${'preterm' | 'term'}-${SizeForGestation}`;

/** A birth before this day of gestation (37+0) is preterm. */
export const FIRST_TERM_DAY = 259;

export const isPreterm = (gestationalAgeDays: number): boolean => gestationalAgeDays < FIRST_TERM_DAY;

export type BirthSize =
  | {
      readonly kind: 'classified';
      readonly z: number;
      readonly centile: number;
      readonly size: SizeForGestation;
      readonly severe: boolean;
      readonly type: VulnerableNewbornType;
    }
  | Exclude<ZScore, { readonly kind: 'scored' | 'flagged' }>;

/** Classifies a flagged weight too: size at birth may be extreme, and the centile shows it. */
export const sizeForGestation = (newborn: {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly weightKg: number | null;
}): BirthSize => {
  const score = weightForGestation(newborn);
  if (score.kind !== 'scored' && score.kind !== 'flagged') return score;
  const centile = centileOfZ(score.raw);
  const size = centile < 10 ? 'SGA' : centile > 90 ? 'LGA' : 'AGA';
  const term = isPreterm(newborn.gestationalAgeDays ?? 0) ? 'preterm' : 'term';
  return { kind: 'classified', z: score.z, centile, size, severe: centile < 3, type: `${term}-${size}` };
};
