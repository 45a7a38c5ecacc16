/**
 * Everything that growth says about an infant at a visit: each rule judged, or the reason why it cannot be. It
 * classifies nothing: what follows from these facts is written in the protocol's tables. mami.md §6, §1.8.
 */
import type { Ternary } from '@denba/quantities/ternary';
import { weightForGestation } from '../intergrowth/weight-for-gestation.ts';
import { weightForAge } from '../who/weight-for-age.ts';
import { weightForLength } from '../who/weight-for-length.ts';
import { computedZ } from '../z-score.ts';
import { atTwoVisits, type VisitVerdict } from './at-two-visits.ts';
import { againstBaseline } from './baseline.ts';
import { centileSpaces } from './centile-spaces.ts';
import { crossedBelow } from './crossed-below.ts';
import type { GrowthHistory, GrowthLimits, GrowthVisit } from './growth-history.ts';
import { cannotJudge, factOf, isWeight } from './judgement.ts';
import { lossFromBirthWeight } from './loss-from-birth-weight.ts';
import { lossSinceLastVisit } from './loss-since-last-visit.ts';
import { muacFall } from './muac-fall.ts';
import { type GainRules, type GainVerdict, poorGain } from './poor-gain.ts';
import { currentWeighing, earlierWeighings, standingZ } from './weighings.ts';
import { weightGain } from './weight-gain.ts';

export type GrowthJudgement = GainRules &
  Pick<GainVerdict, 'poorGain' | 'because' | 'reference'> & {
    readonly gain: ReturnType<typeof weightGain>;
    readonly lossFromBirth: ReturnType<typeof lossFromBirthWeight>;
    readonly loss: ReturnType<typeof lossSinceLastVisit>;
    readonly centileSpaces: ReturnType<typeof centileSpaces>;
    /** Across the severe line since the visit before: weight-for-age, weight-for-length (WHO, chronological age). */
    readonly severeWeightForAge: ReturnType<typeof crossedBelow>;
    readonly severeWeightForLength: ReturnType<typeof crossedBelow>;
    readonly muacFall: ReturnType<typeof muacFall>;
    readonly poorGainTwice: ReturnType<typeof atTwoVisits>;
    /** No gain at all (static-weight.ts) at two visits. */
    readonly noGainTwice: ReturnType<typeof atTwoVisits>;
    /** Below birth weight today, at any age. */
    readonly belowBirthWeight: Ternary;
  };

/** Throws when the visits are not in order of age: the caller sorts, this file never guesses. */
export const judgeGrowth = (history: GrowthHistory, limits: GrowthLimits): GrowthJudgement => {
  const { visits, birthWeightG, reweighed, muacRemeasured } = history;
  if (visits.some((visit, at) => visit.ageDays < (visits[at - 1]?.ageDays ?? visit.ageDays))) {
    throw new RangeError('visits must be ordered by age');
  }
  const today = poorGain(history, limits);
  const before = judgedBefore(history, limits);
  const current = currentWeighing(history);
  const earlier = earlierWeighings(history);
  const last = visits.at(-1);
  const lastMuac = visits.slice(0, -1).findLast(({ muacMm }) => muacMm !== null)?.muacMm ?? null;
  const weighed = current === null || current === 'oedema' ? null : current;
  return {
    poorGain: today.poorGain,
    because: today.because,
    reference: today.reference,
    velocity: today.rules.velocity,
    dailyGain: today.rules.dailyGain,
    gainPerKilogram: today.rules.gainPerKilogram,
    zFall: today.rules.zFall,
    staticWeight: today.rules.staticWeight,
    regain: today.rules.regain,
    gain: againstBaseline(earlier, current, limits.gain, (from, to) => weightGain(from, to, limits.gain)),
    lossFromBirth:
      current === 'oedema' || last === undefined
        ? cannotJudge(current === 'oedema' ? 'oedema' : 'noAge')
        : lossFromBirthWeight(
            { birthWeightG, weightG: weighed?.weightG ?? null, ageDays: last.ageDays },
            limits.lossFromBirth,
          ),
    loss: againstBaseline(earlier, current, limits.loss, (from, to) =>
      lossSinceLastVisit(from, to, reweighed, limits.loss),
    ),
    centileSpaces:
      weighed === null
        ? cannotJudge(current === 'oedema' ? 'oedema' : 'noWeight')
        : centileSpaces(birthZ(history), standingZ(history, weighed)?.z ?? null, limits.centileSpaces),
    severeWeightForAge: crossing(history, limits, weightForAgeOf),
    severeWeightForLength: crossing(history, limits, weightForLengthOf),
    muacFall: muacFall(lastMuac, last?.muacMm ?? null, muacRemeasured, limits.muacFall),
    poorGainTwice: atTwoVisits([...before, today].map(poorGainVerdict), limits.twoVisits),
    noGainTwice: atTwoVisits([...before, today].map(noGainVerdict), limits.twoVisits),
    belowBirthWeight: weighed === null || !isWeight(birthWeightG) ? null : weighed.weightG < birthWeightG,
  };
};

/**
 * The verdicts of earlier visits that may be "the visit before", each with what was known then: back to the first one
 * whose gain could be judged. Oldest first.
 */
const judgedBefore = (history: GrowthHistory, limits: GrowthLimits): readonly GainVerdict[] => {
  const { visits } = history;
  const now = visits.at(-1)?.ageDays ?? 0;
  const verdicts: GainVerdict[] = [];
  for (let at = visits.length - 2; at >= 0; at--) {
    if (now - (visits[at]?.ageDays ?? now) < limits.twoVisits.minDays) continue;
    const verdict = poorGain({ ...history, visits: visits.slice(0, at + 1), reweighed: null }, limits);
    verdicts.unshift(verdict);
    if (verdict.poorGain !== null) break;
  }
  return verdicts;
};

const poorGainVerdict = ({ ageDays, poorGain }: GainVerdict): VisitVerdict => ({ ageDays, verdict: poorGain });

const noGainVerdict = ({ ageDays, rules }: GainVerdict): VisitVerdict => ({
  ageDays,
  verdict: factOf(rules.staticWeight, ({ failsToGain }) => failsToGain),
});

const birthZ = ({ sex, gestationalAgeDays, birthWeightG }: GrowthHistory): number | null => {
  const weightKg = birthWeightG === null ? null : birthWeightG / 1000;
  const byGestation = computedZ(weightForGestation({ sex, gestationalAgeDays, weightKg }));
  return byGestation ?? computedZ(weightForAge({ sex, ageDays: 0, weightKg }));
};

type ZOfVisit = (history: GrowthHistory, visit: GrowthVisit) => number | null;

const weightForAgeOf: ZOfVisit = ({ sex }, visit) =>
  computedZ(weightForAge({ sex, ageDays: visit.ageDays, weightKg: kilograms(visit), oedema: visit.oedema }));

const weightForLengthOf: ZOfVisit = ({ sex }, visit) =>
  computedZ(
    weightForLength({
      sex,
      ageDays: visit.ageDays,
      weightKg: kilograms(visit),
      lengthCm: visit.lengthCm,
      measured: visit.measured,
      oedema: visit.oedema,
    }),
  );

const kilograms = ({ weightG }: GrowthVisit): number | null => (weightG === null ? null : weightG / 1000);

const crossing = (history: GrowthHistory, { severe }: GrowthLimits, zOf: ZOfVisit): ReturnType<typeof crossedBelow> => {
  const { visits } = history;
  const last = visits.at(-1);
  const current = last === undefined ? null : zOf(history, last);
  let previous: number | null = null;
  // Looked up only when it decides: most infants are above the line.
  for (let at = visits.length - 2; at >= 0 && previous === null && current !== null && current < severe.cut; at--) {
    const visit = visits[at];
    previous = visit === undefined ? null : zOf(history, visit);
  }
  return crossedBelow(previous, current, severe);
};
