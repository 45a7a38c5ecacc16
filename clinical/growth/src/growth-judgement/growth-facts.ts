/**
 * A growth judgement as flat facts for a protocol's expressions: snake_case names with units, `null` where nothing
 * could be judged, and a code that says why. Numbers are rounded as they are shown (z and rates to 2 decimals).
 */
import { roundTo2 } from '@denba/quantities/rounding';
import { or } from '@denba/quantities/ternary';
import type { GrowthJudgement } from './judge-growth.ts';
import { factOf, type Judgement } from './judgement.ts';

export type GrowthFacts = Readonly<Record<string, number | boolean | string | null | readonly string[]>>;

export const growthFacts = (growth: GrowthJudgement): GrowthFacts => {
  const wazCrossed = factOf(growth.severeWeightForAge, ({ crossed }) => crossed);
  const wlzCrossed = factOf(growth.severeWeightForLength, ({ crossed }) => crossed);
  return {
    gain_g: numberOf(growth.gain, ({ gainG }) => gainG),
    interval_days: numberOf(growth.gain, ({ days }) => days),
    gain_g_day: numberOf(growth.gain, ({ gPerDay }) => gPerDay),
    gain_g_kg_day: numberOf(growth.gain, ({ gPerKgPerDay }) => gPerKgPerDay),
    gain_display_only: factOf(growth.gain, ({ displayOnly }) => displayOnly),
    gain_cannot_judge: reasonOf(growth.gain),

    velocity_z: numberOf(growth.velocity, ({ z }) => z),
    velocity_poor: factOf(growth.velocity, ({ poor }) => poor),
    velocity_alert: factOf(growth.velocity, ({ alert }) => alert),
    velocity_cannot_judge: reasonOf(growth.velocity),
    daily_gain_poor: factOf(growth.dailyGain, ({ poor }) => poor),
    gain_per_kg_poor: factOf(growth.gainPerKilogram, ({ poor }) => poor),
    static: factOf(growth.staticWeight, ({ failsToGain }) => failsToGain),

    loss_from_birth_pct: numberOf(growth.lossFromBirth, ({ lossPct }) => lossPct),
    loss_from_birth: codeOf(growth.lossFromBirth, ({ level }) => level),
    birth_weight_regain: codeOf(growth.regain, ({ level }) => level),
    below_birth_weight: growth.belowBirthWeight,
    weight_lost: factOf(growth.loss, ({ lost }) => lost),
    weight_loss_g: numberOf(growth.loss, ({ lossG }) => lossG),
    weight_loss_confirmed: factOf(growth.loss, ({ confirmed }) => confirmed),
    loss_cannot_judge: reasonOf(growth.loss),

    waz_fall: fallBy(growth.zFall, 'WHO'),
    ig_waz_fall: fallBy(growth.zFall, 'IG-PNG'),
    z_fall_level: codeOf(growth.zFall, ({ level }) => level),
    centile_spaces: numberOf(growth.centileSpaces, ({ spaces }) => spaces),
    centile_spaces_falters: factOf(growth.centileSpaces, ({ falters }) => falters),
    below_floor_centile: factOf(growth.centileSpaces, ({ belowFloor }) => belowFloor),
    waz_crossed_severe: wazCrossed,
    wlz_crossed_severe: wlzCrossed,
    crossed_severe: or(wazCrossed, wlzCrossed),
    muac_fall_mm: numberOf(growth.muacFall, ({ fallMm }) => fallMm),
    muac_fell: factOf(growth.muacFall, ({ fell }) => fell),
    muac_fall_confirmed: factOf(growth.muacFall, ({ confirmed }) => confirmed),

    reference: growth.reference,
    poor_gain: growth.poorGain,
    poor_gain_because: growth.because,
    poor_gain_twice: factOf(growth.poorGainTwice, ({ atBoth }) => atBoth),
    no_gain_twice: factOf(growth.noGainTwice, ({ atBoth }) => atBoth),
    /** Why gain could not be judged: null when it was. */
    cannot_judge: growth.poorGain === null ? whyGainIsUnknown(growth) : null,
  };
};

const fallBy = (zFall: GrowthJudgement['zFall'], standard: 'WHO' | 'IG-PNG'): number | null =>
  zFall.kind === 'judged' && zFall.standard === standard ? zFall.fall + 0 : null;

/** The reason of the rule that needs least: when even that cannot be judged, it names what is missing. */
const whyGainIsUnknown = (growth: GrowthJudgement): string =>
  reasonOf(growth.gain) ?? reasonOf(growth.staticWeight) ?? reasonOf(growth.velocity) ?? 'intervalTooShort';

const numberOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => number): number | null =>
  judgement.kind === 'judged' ? roundTo2(read(judgement)) + 0 : null;

const codeOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => string): string | null =>
  judgement.kind === 'judged' ? read(judgement) : null;

const reasonOf = (judgement: Judgement<unknown>): string | null =>
  judgement.kind === 'cannotJudge' ? judgement.reason : null;
