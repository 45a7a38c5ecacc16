/**
 * Whether an infant gains poorly at the last visit of a history, and by which rule: WHO's velocity and grams a day for
 * those born at term (or of unknown gestation); grams per kilogram and the fall of INTERGROWTH's z for those born
 * preterm, because WHO velocity is not valid for them. Weight that does not move, and birth weight not regained in
 * time, count for all. mami.md §6.3.
 *
 * True as soon as one rule says so. False only when a rule of *rate* was judged and none is true: a weight that moved
 * a little is not yet a weight that grows well. Else unknown.
 */
import type { Ternary } from '@denba/quantities/ternary';
import { isPreterm } from '../intergrowth/size-for-gestation.ts';
import { againstBaseline } from './baseline.ts';
import { birthWeightRegain } from './birth-weight-regain.ts';
import { dailyGain } from './daily-gain.ts';
import { gainPerKilogram } from './gain-per-kilogram.ts';
import type { GrowthHistory, GrowthLimits } from './growth-history.ts';
import { type CurrentWeighing, cannotJudge, factOf, type Weighing } from './judgement.ts';
import { monthlyVelocity } from './monthly-velocity.ts';
import { staticWeight } from './static-weight.ts';
import { currentWeighing, earlierWeighings, standingZ, withBirthWeight } from './weighings.ts';
import { zFall } from './z-fall.ts';

type Judged<Rule extends (...inputs: never[]) => unknown> = ReturnType<Rule>;

export type GainRules = {
  readonly velocity: Judged<typeof monthlyVelocity>;
  readonly dailyGain: Judged<typeof dailyGain>;
  readonly gainPerKilogram: Judged<typeof gainPerKilogram>;
  readonly zFall: Judged<typeof zFall>;
  readonly staticWeight: Judged<typeof staticWeight>;
  readonly regain: Judged<typeof birthWeightRegain>;
};

export type GainVerdict = {
  /** Each rule judged, or why it could not be. */
  readonly rules: GainRules;
  /** Age at the visit judged; 0 when there is none. */
  readonly ageDays: number;
  readonly reference: 'WHO' | 'INTERGROWTH';
  readonly poorGain: Ternary;
  /** The rules that said so. */
  readonly because: readonly (keyof GainRules)[];
};

export const poorGain = (history: GrowthHistory, limits: GrowthLimits): GainVerdict => {
  const rules = judgeRules(history, limits);
  const preterm = history.gestationalAgeDays !== null && isPreterm(history.gestationalAgeDays);
  const verdicts: Readonly<Record<keyof GainRules, Ternary>> = {
    velocity: factOf(rules.velocity, ({ poor }) => poor),
    dailyGain: preterm ? null : factOf(rules.dailyGain, ({ poor }) => poor),
    gainPerKilogram: factOf(rules.gainPerKilogram, ({ poor }) => poor),
    zFall: preterm ? factOf(rules.zFall, ({ level }) => level !== 'none') : null,
    staticWeight: factOf(rules.staticWeight, ({ failsToGain }) => failsToGain),
    regain: factOf(rules.regain, ({ level }) => level !== 'regained'),
  };
  const because = gainRules.filter((rule) => verdicts[rule] === true);
  const rateJudged = rateRules.some((rule) => verdicts[rule] !== null);
  return {
    rules,
    ageDays: history.visits.at(-1)?.ageDays ?? 0,
    reference: preterm ? 'INTERGROWTH' : 'WHO',
    poorGain: because.length > 0 ? true : rateJudged ? false : null,
    because,
  };
};

const rateRules = ['velocity', 'dailyGain', 'gainPerKilogram', 'zFall'] as const;
const gainRules = [...rateRules, 'staticWeight', 'regain'] as const;

const judgeRules = (history: GrowthHistory, limits: GrowthLimits): GainRules => {
  const { sex, gestationalAgeDays, birthWeightG } = history;
  const current = currentWeighing(history);
  const earlier = earlierWeighings(history);
  return {
    // WHO's first window starts at birth, so the birth weight is a weighing for it and for no other rule.
    velocity: againstBaseline(withBirthWeight(earlier, birthWeightG), current, limits.velocity, (from, to) =>
      monthlyVelocity({ sex, gestationalAgeDays }, from, to, limits.velocity),
    ),
    dailyGain: againstBaseline(earlier, current, limits.dailyGain, (from, to) => dailyGain(from, to, limits.dailyGain)),
    gainPerKilogram: againstBaseline(earlier, current, limits.gainPerKilogram, (from, to) =>
      gainPerKilogram(gestationalAgeDays, from, to, limits.gainPerKilogram),
    ),
    zFall: againstBaseline(earlier, current, limits.zFall, (from, to) => fallOf(history, from, to, limits)),
    staticWeight: againstBaseline(earlier, current, limits.staticWeight, (from, to) =>
      staticWeight(from, to, limits.staticWeight),
    ),
    regain: regainOf(current, birthWeightG, limits),
  };
};

const fallOf = (history: GrowthHistory, from: Weighing, to: Weighing, limits: GrowthLimits): GainRules['zFall'] => {
  const now = standingZ(history, to);
  if (now === null) return cannotJudge('noZ');
  const before = standingZ(history, from);
  return before === null ? cannotJudge('noPreviousZ') : zFall(before, now, limits.zFall);
};

const regainOf = (current: CurrentWeighing, birthWeightG: number | null, limits: GrowthLimits): GainRules['regain'] => {
  if (current === 'oedema') return cannotJudge('oedema');
  if (current === null) return cannotJudge('noWeight');
  return birthWeightRegain({ birthWeightG, ...current }, limits.regain);
};
