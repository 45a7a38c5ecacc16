/**
 * Everything that growth says about an infant at a visit: each rule judged, or the reason why it cannot be. It
 * classifies nothing: what follows from these facts is written in the protocol's tables. mami.md §6, §1.8.
 */
import { weightForGestation } from '../intergrowth/weight-for-gestation.ts';
import { weightForAge } from '../who/weight-for-age.ts';
import { weightForLength } from '../who/weight-for-length.ts';
import { computedZ } from '../z-score.ts';
import { atTwoVisits, type VisitVerdict } from './at-two-visits.ts';
import { againstBaseline } from './baseline.ts';
import { centileSpaces } from './centile-spaces.ts';
import { crossedBelow } from './crossed-below.ts';
import type { GrowthHistory, GrowthLimits, GrowthVisit } from './growth-history.ts';
import { cannotJudge, type Judgement, type Weighing } from './judgement.ts';
import { lossFromBirthWeight } from './loss-from-birth-weight.ts';
import { lossSinceLastVisit } from './loss-since-last-visit.ts';
import { muacFall } from './muac-fall.ts';
import { type GainVerdict, poorGain } from './poor-gain.ts';
import { currentWeighing, earlierWeighings, standingZ } from './weighings.ts';
import { weightGain } from './weight-gain.ts';

export type GrowthJudgement = GainVerdict & {
  readonly gain: ReturnType<typeof weightGain>;
  readonly lossFromBirth: ReturnType<typeof lossFromBirthWeight>;
  readonly loss: ReturnType<typeof lossSinceLastVisit>;
  readonly centileSpaces: ReturnType<typeof centileSpaces>;
  /** Across the severe line since the visit before: weight-for-age, weight-for-length (WHO, chronological age). */
  readonly severeWeightForAge: ReturnType<typeof crossedBelow>;
  readonly severeWeightForLength: ReturnType<typeof crossedBelow>;
  readonly muacFall: ReturnType<typeof muacFall>;
  readonly poorGainTwice: ReturnType<typeof atTwoVisits>;
};

/** Throws when the visits are not in order of age: the caller sorts, this file never guesses. */
export const judgeGrowth = (history: GrowthHistory, limits: GrowthLimits): GrowthJudgement => {
  const { visits, birthWeightG } = history;
  if (visits.some((visit, at) => visit.ageDays < (visits[at - 1]?.ageDays ?? visit.ageDays))) {
    throw new RangeError('visits must be ordered by age');
  }
  const verdict = poorGain(history, limits);
  const current = currentWeighing(history);
  const unlessOedema = <Facts>(judge: (weighing: Weighing | null) => Judgement<Facts>): Judgement<Facts> =>
    current === 'oedema' ? cannotJudge('oedema') : judge(current);
  const sincePrevious = <Facts>(
    limit: { readonly minDays: number },
    rule: (from: Weighing, to: Weighing) => Judgement<Facts>,
  ) => unlessOedema((weighing) => againstBaseline(earlierWeighings(history), weighing, limit, rule));
  const last = visits.at(-1);
  return {
    ...verdict,
    gain: sincePrevious(limits.gain, (from, to) => weightGain(from, to, limits.gain)),
    lossFromBirth: unlessOedema((weighing) =>
      last === undefined
        ? cannotJudge('noAge')
        : lossFromBirthWeight(
            { birthWeightG, weightG: weighing?.weightG ?? null, ageDays: last.ageDays },
            limits.lossFromBirth,
          ),
    ),
    loss: sincePrevious(limits.loss, (from, to) => lossSinceLastVisit(from, to, history.reweighed, limits.loss)),
    centileSpaces: unlessOedema((weighing) =>
      weighing === null
        ? cannotJudge('noWeight')
        : centileSpaces(birthZ(history), standingZ(history, weighing)?.z ?? null, limits.centileSpaces),
    ),
    severeWeightForAge: crossing(history, limits, weightForAgeOf),
    severeWeightForLength: crossing(history, limits, weightForLengthOf),
    muacFall: muacFall(
      visits.slice(0, -1).findLast(({ muacMm }) => muacMm !== null)?.muacMm ?? null,
      last?.muacMm ?? null,
      history.muacRemeasured,
      limits.muacFall,
    ),
    poorGainTwice: atTwoVisits(verdicts(history, limits, verdict), limits.twoVisits),
  };
};

/** Today's verdict, after that of the latest earlier visit that counts and could be judged, with what was known then. */
const verdicts = (history: GrowthHistory, limits: GrowthLimits, today: GainVerdict): readonly VisitVerdict[] => {
  const { visits } = history;
  const now = visits.at(-1)?.ageDays ?? 0;
  for (let at = visits.length - 2; at >= 0; at--) {
    const ageDays = visits[at]?.ageDays ?? 0;
    if (now - ageDays < limits.twoVisits.minDays) continue;
    const verdict = poorGain({ ...history, visits: visits.slice(0, at + 1), reweighed: null }, limits).poorGain;
    if (verdict !== null)
      return [
        { ageDays, verdict },
        { ageDays: now, verdict: today.poorGain },
      ];
  }
  return [{ ageDays: now, verdict: today.poorGain }];
};

const birthZ = ({ sex, gestationalAgeDays, birthWeightG }: GrowthHistory): number | null => {
  const weightKg = birthWeightG === null ? null : birthWeightG / 1000;
  const byGestation = computedZ(weightForGestation({ sex, gestationalAgeDays, weightKg }));
  return byGestation ?? computedZ(weightForAge({ sex, ageDays: 0, weightKg }));
};

type ZOfVisit = (history: GrowthHistory, visit: GrowthVisit) => number | null;

const weightForAgeOf: ZOfVisit = ({ sex }, visit) =>
  computedZ(weightForAge({ sex, ...visit, weightKg: kilograms(visit) }));

const weightForLengthOf: ZOfVisit = ({ sex }, visit) =>
  computedZ(weightForLength({ sex, ...visit, weightKg: kilograms(visit) }));

const kilograms = ({ weightG }: GrowthVisit): number | null => (weightG === null ? null : weightG / 1000);

const crossing = (history: GrowthHistory, { severe }: GrowthLimits, zOf: ZOfVisit): ReturnType<typeof crossedBelow> => {
  const zs = history.visits.map((visit) => zOf(history, visit));
  return crossedBelow(zs.slice(0, -1).findLast((z) => z !== null) ?? null, zs.at(-1) ?? null, severe);
};
