/**
 * A growth judgement as flat facts for a protocol's expressions: snake_case names with units, `null` where nothing
 * could be judged, and a code that says why. Numbers are rounded as they are shown (z and rates to 2 decimals).
 */
import { roundTo2 } from '@denba/quantities/rounding';
import type { GrowthJudgement } from './judge-growth.ts';
import { factOf, type Judgement } from './judgement.ts';

export type GrowthFacts = Readonly<Record<string, number | boolean | string | null | readonly string[]>>;

export const growthFacts = (growth: GrowthJudgement): GrowthFacts => ({
  gain_g: numberOf(growth.gain, ({ gainG }) => gainG),
  gain_days: numberOf(growth.gain, ({ days }) => days),
  gain_g_day: numberOf(growth.gain, ({ gPerDay }) => gPerDay),
  gain_g_kg_day: numberOf(growth.gain, ({ gPerKgPerDay }) => gPerKgPerDay),
  gain_display_only: factOf(growth.gain, ({ displayOnly }) => displayOnly),
  loss_from_birth_pct: numberOf(growth.lossFromBirth, ({ lossPct }) => lossPct),
  loss_from_birth: codeOf(growth.lossFromBirth, ({ level }) => level),
  birth_weight_regain: codeOf(growth.regain, ({ level }) => level),
  weight_lost: factOf(growth.loss, ({ lost }) => lost),
  weight_loss_g: numberOf(growth.loss, ({ lossG }) => lossG),
  weight_loss_confirmed: factOf(growth.loss, ({ confirmed }) => confirmed),
  velocity_z: numberOf(growth.velocity, ({ z }) => z),
  velocity_poor: factOf(growth.velocity, ({ poor }) => poor),
  velocity_alert: factOf(growth.velocity, ({ alert }) => alert),
  daily_gain_poor: factOf(growth.dailyGain, ({ poor }) => poor),
  gain_per_kg_poor: factOf(growth.gainPerKilogram, ({ poor }) => poor),
  static_weight: factOf(growth.staticWeight, ({ failsToGain }) => failsToGain),
  z_fall: numberOf(growth.zFall, ({ fall }) => fall),
  z_fall_level: codeOf(growth.zFall, ({ level }) => level),
  centile_spaces: numberOf(growth.centileSpaces, ({ spaces }) => spaces),
  centile_spaces_falters: factOf(growth.centileSpaces, ({ falters }) => falters),
  below_floor_centile: factOf(growth.centileSpaces, ({ belowFloor }) => belowFloor),
  waz_crossed_severe: factOf(growth.severeWeightForAge, ({ crossed }) => crossed),
  wlz_crossed_severe: factOf(growth.severeWeightForLength, ({ crossed }) => crossed),
  muac_fall_mm: numberOf(growth.muacFall, ({ fallMm }) => fallMm),
  muac_fell: factOf(growth.muacFall, ({ fell }) => fell),
  muac_fall_confirmed: factOf(growth.muacFall, ({ confirmed }) => confirmed),
  poor_gain: growth.poorGain,
  poor_gain_because: growth.because,
  poor_gain_twice: factOf(growth.poorGainTwice, ({ atBoth }) => atBoth),
  reference: growth.reference,
  gain_cannot_judge: reasonOf(growth.gain),
  velocity_cannot_judge: reasonOf(growth.velocity),
  loss_cannot_judge: reasonOf(growth.loss),
});

const numberOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => number): number | null =>
  judgement.kind === 'judged' ? roundTo2(read(judgement)) + 0 : null;

const codeOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => string): string | null =>
  judgement.kind === 'judged' ? read(judgement) : null;

const reasonOf = (judgement: Judgement<unknown>): string | null =>
  judgement.kind === 'cannotJudge' ? judgement.reason : null;
