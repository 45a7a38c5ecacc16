/**
 * Whether an infant gains poorly at the last visit of a history, and by which rule. Infants born at term (or of unknown
 * gestation) are judged by WHO's velocity and by grams per day; infants born preterm by grams per kilogram and by the
 * fall of INTERGROWTH's z, because WHO velocity is not valid for them. Weight that does not change, and birth weight
 * not regained in time, count for all. mami.md §6.3.
 *
 * True as soon as one rule says so. False only when at least one rule of *rate* was judged and no rule says poor: a
 * weight that changed a little does not yet show good growth. Otherwise unknown.
 */
import type { Ternary } from '@denba/quantities/ternary';
import { isPreterm } from '../intergrowth/size-for-gestation.ts';
import { type GainRules, judgeGainRules } from './gain-rules.ts';
import type { GrowthHistory, GrowthLimits } from './growth-history.ts';
import { factOf } from './judgement.ts';

export type GainVerdict = {
  readonly rules: GainRules;
  /** Age at the judged visit; 0 when there is no visit. */
  readonly ageDays: number;
  readonly reference: 'WHO' | 'INTERGROWTH';
  readonly poorGain: Ternary;
  /** The rules that found the gain poor. */
  readonly because: readonly (keyof GainRules)[];
};

export const poorGain = (history: GrowthHistory, limits: GrowthLimits): GainVerdict =>
  new VerdictOfGain(history, judgeGainRules(history, limits));

/** What each rule says: true is poor; `null` when the rule could not be judged or does not apply to this infant. */
const verdicts: Readonly<Record<keyof GainRules, (rules: GainRules, preterm: boolean) => Ternary>> = {
  velocity: ({ velocity }) => factOf(velocity, ({ poor }) => poor),
  dailyGain: (rules, preterm) => (preterm ? null : factOf(rules.dailyGain, ({ poor }) => poor)),
  gainPerKilogram: ({ gainPerKilogram }) => factOf(gainPerKilogram, ({ poor }) => poor),
  zFall: (rules, preterm) => (preterm ? factOf(rules.zFall, ({ level }) => level !== 'none') : null),
  staticWeight: ({ staticWeight }) => factOf(staticWeight, ({ failsToGain }) => failsToGain),
  regain: ({ regain }) => factOf(regain, ({ level }) => level !== 'regained'),
};

const rateRules: readonly (keyof GainRules)[] = ['velocity', 'dailyGain', 'gainPerKilogram', 'zFall'];
const gainRules = [...rateRules, 'staticWeight', 'regain'] as const;
/**
 * The rules that look nothing up in a growth standard come first: as soon as one rule says poor, the others are not
 * evaluated.
 */
const cheapestFirst = ['dailyGain', 'gainPerKilogram', 'staticWeight', 'regain', 'zFall', 'velocity'] as const;

class VerdictOfGain implements GainVerdict {
  readonly rules: GainRules;
  readonly ageDays: number;
  readonly #preterm: boolean;
  #poorGain: Ternary | undefined;

  constructor({ visits, gestationalAgeDays }: GrowthHistory, rules: GainRules) {
    this.rules = rules;
    this.ageDays = visits.at(-1)?.ageDays ?? 0;
    this.#preterm = gestationalAgeDays !== null && isPreterm(gestationalAgeDays);
  }

  get reference(): GainVerdict['reference'] {
    return this.#preterm ? 'INTERGROWTH' : 'WHO';
  }

  get poorGain(): Ternary {
    if (this.#poorGain === undefined) this.#poorGain = this.#judge();
    return this.#poorGain;
  }

  get because(): GainVerdict['because'] {
    return gainRules.filter((rule) => verdicts[rule](this.rules, this.#preterm) === true);
  }

  #judge(): Ternary {
    let rateJudged = false;
    for (const rule of cheapestFirst) {
      const verdict = verdicts[rule](this.rules, this.#preterm);
      if (verdict === true) return true;
      rateJudged ||= verdict !== null && rateRules.includes(rule);
    }
    return rateJudged ? false : null;
  }
}
