/**
 * A growth judgement as flat facts for a protocol's expressions: snake_case names with units, `null` where nothing
 * could be judged, and codes that say why. Numbers are rounded as they are displayed (z and rates to 2 decimals).
 */
import { roundTo2 } from '@denba/quantities/rounding';
import { or } from '@denba/quantities/ternary';
import type { GrowthJudgement } from './judge-growth.ts';
import { factOf, type Judgement } from './judgement.ts';

export type GrowthFacts = Readonly<Record<string, GrowthFact>>;

export type GrowthFact = number | boolean | string | null | readonly string[];

/** `only`: the names of the facts that the caller will read; when it is omitted, all facts are computed. */
export const growthFacts = (growth: GrowthJudgement, only?: readonly string[]): GrowthFacts => {
  const facts: Record<string, GrowthFact> = only === undefined ? { ...blank } : {};
  for (const name of only ?? []) facts[name] = byName.get(name)?.(growth) ?? null;
  if (only !== undefined) return facts;
  for (const [name, tell] of every) facts[name] = tell(growth);
  return facts;
};

const tellers: Readonly<Record<string, (growth: GrowthJudgement) => GrowthFact>> = {
  gain_g: (growth) => numberOf(growth.gain, ({ gainG }) => gainG),
  interval_days: (growth) => numberOf(growth.gain, ({ days }) => days),
  gain_g_day: (growth) => numberOf(growth.gain, ({ gPerDay }) => gPerDay),
  gain_g_kg_day: (growth) => numberOf(growth.gain, ({ gPerKgPerDay }) => gPerKgPerDay),
  gain_display_only: (growth) => factOf(growth.gain, ({ displayOnly }) => displayOnly),
  gain_cannot_judge: (growth) => reasonOf(growth.gain),

  velocity_z: (growth) => numberOf(growth.velocity, ({ z }) => z),
  velocity_poor: (growth) => factOf(growth.velocity, ({ poor }) => poor),
  velocity_alert: (growth) => factOf(growth.velocity, ({ alert }) => alert),
  velocity_cannot_judge: (growth) => reasonOf(growth.velocity),
  daily_gain_poor: (growth) => factOf(growth.dailyGain, ({ poor }) => poor),
  gain_per_kg_poor: (growth) => factOf(growth.gainPerKilogram, ({ poor }) => poor),
  static: (growth) => factOf(growth.staticWeight, ({ failsToGain }) => failsToGain),

  loss_from_birth_pct: (growth) => numberOf(growth.lossFromBirth, ({ lossPct }) => lossPct),
  loss_from_birth: (growth) => codeOf(growth.lossFromBirth, ({ level }) => level),
  birth_weight_regain: (growth) => codeOf(growth.regain, ({ level }) => level),
  below_birth_weight: (growth) => growth.belowBirthWeight,
  weight_lost: (growth) => factOf(growth.loss, ({ lost }) => lost),
  weight_loss_g: (growth) => numberOf(growth.loss, ({ lossG }) => lossG),
  weight_loss_confirmed: (growth) => factOf(growth.loss, ({ confirmed }) => confirmed),
  loss_cannot_judge: (growth) => reasonOf(growth.loss),

  waz_fall: (growth) => fallBy(growth.zFall, 'WHO'),
  ig_waz_fall: (growth) => fallBy(growth.zFall, 'IG-PNG'),
  z_fall_level: (growth) => codeOf(growth.zFall, ({ level }) => level),
  centile_spaces: (growth) => numberOf(growth.centileSpaces, ({ spaces }) => spaces),
  centile_spaces_falters: (growth) => factOf(growth.centileSpaces, ({ falters }) => falters),
  below_floor_centile: (growth) => factOf(growth.centileSpaces, ({ belowFloor }) => belowFloor),
  waz_crossed_severe: (growth) => factOf(growth.severeWeightForAge, ({ crossed }) => crossed),
  wlz_crossed_severe: (growth) => factOf(growth.severeWeightForLength, ({ crossed }) => crossed),
  crossed_severe: (growth) =>
    or(
      factOf(growth.severeWeightForAge, ({ crossed }) => crossed),
      factOf(growth.severeWeightForLength, ({ crossed }) => crossed),
    ),
  muac_fall_mm: (growth) => numberOf(growth.muacFall, ({ fallMm }) => fallMm),
  muac_fell: (growth) => factOf(growth.muacFall, ({ fell }) => fell),
  muac_fall_confirmed: (growth) => factOf(growth.muacFall, ({ confirmed }) => confirmed),

  reference: (growth) => growth.reference,
  poor_gain: (growth) => growth.poorGain,
  poor_gain_because: (growth) => growth.because,
  poor_gain_twice: (growth) => factOf(growth.poorGainTwice, ({ atBoth }) => atBoth),
  no_gain_twice: (growth) => factOf(growth.noGainTwice, ({ atBoth }) => atBoth),
  /** Why gain could not be judged; `null` when it was. */
  cannot_judge: (growth) => (growth.poorGain === null ? whyGainIsUnknown(growth) : null),
};

const every = Object.entries(tellers);
const byName = new Map(every);

/** Template that is copied and then filled, so that all fact objects have the same shape (hidden class). */
const blank: GrowthFacts = Object.fromEntries(every.map(([name]) => [name, null]));

/** The names of all facts. */
export const growthFactNames: readonly string[] = every.map(([name]) => name);

const fallBy = (zFall: GrowthJudgement['zFall'], standard: 'WHO' | 'IG-PNG'): number | null =>
  zFall.kind === 'judged' && zFall.standard === standard ? zFall.fall + 0 : null;

/**
 * Starts with the rule that needs least data: when even that one cannot be judged, its reason names what is missing.
 */
const whyGainIsUnknown = (growth: GrowthJudgement): string =>
  reasonOf(growth.gain) ?? reasonOf(growth.staticWeight) ?? reasonOf(growth.velocity) ?? 'intervalTooShort';

const numberOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => number): number | null =>
  judgement.kind === 'judged' ? roundTo2(read(judgement)) + 0 : null;

const codeOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => string): string | null =>
  judgement.kind === 'judged' ? read(judgement) : null;

const reasonOf = (judgement: Judgement<unknown>): string | null =>
  judgement.kind === 'cannotJudge' ? judgement.reason : null;
