/** Input of the growth judgement: every visit of an infant so far, and the protocol's thresholds. */
import type { Ternary } from '@denba/quantities/ternary';
import type { Sex } from '../sex.ts';
import type { Measured } from '../who/measured-length.ts';
import type { birthWeightRegain } from './birth-weight-regain.ts';
import type { CentileSpaceLimits } from './centile-spaces.ts';
import type { crossedBelow } from './crossed-below.ts';
import type { dailyGain } from './daily-gain.ts';
import type { gainPerKilogram } from './gain-per-kilogram.ts';
import type { lossFromBirthWeight } from './loss-from-birth-weight.ts';
import type { lossSinceLastVisit } from './loss-since-last-visit.ts';
import type { monthlyVelocity } from './monthly-velocity.ts';
import type { muacFall } from './muac-fall.ts';
import type { staticWeight } from './static-weight.ts';
import type { Threshold } from './threshold.ts';
import type { weightGain } from './weight-gain.ts';
import type { zFall } from './z-fall.ts';

export type GrowthVisit = {
  readonly ageDays: number;
  readonly weightG: number | null;
  readonly lengthCm: number | null;
  readonly measured: Measured | null;
  readonly muacMm: number | null;
  readonly oedema: Ternary;
};

export type GrowthHistory = {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly birthWeightG: number | null;
  /** Sorted by age, oldest visit first; the last one is the visit that is judged. */
  readonly visits: readonly GrowthVisit[];
  /** Whether today's weight (and below: today's MUAC) was measured a second time and confirmed. */
  readonly reweighed: Ternary;
  readonly muacRemeasured: Ternary;
};

/** All thresholds, by rule. None has a default here: the protocol sets them. */
export type GrowthLimits = {
  readonly lossFromBirth: Parameters<typeof lossFromBirthWeight>[1];
  readonly regain: Parameters<typeof birthWeightRegain>[1];
  readonly gain: Parameters<typeof weightGain>[2];
  readonly dailyGain: Parameters<typeof dailyGain>[2];
  readonly gainPerKilogram: Parameters<typeof gainPerKilogram>[3];
  readonly staticWeight: Parameters<typeof staticWeight>[2];
  readonly loss: Parameters<typeof lossSinceLastVisit>[3];
  readonly velocity: Parameters<typeof monthlyVelocity>[3];
  readonly zFall: Parameters<typeof zFall>[2];
  readonly centileSpaces: CentileSpaceLimits;
  readonly severe: Parameters<typeof crossedBelow>[2];
  readonly muacFall: Parameters<typeof muacFall>[3];
  readonly twoVisits: { readonly minDays: Threshold };
};
