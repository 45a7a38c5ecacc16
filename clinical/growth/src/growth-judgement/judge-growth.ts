/**
 * Everything that growth says about an infant at a visit: each rule judged, or the reason why it cannot be. It
 * classifies nothing: the protocol's tables decide what follows from these facts. mami.md §6, §1.8.
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
import type { GainRules } from './gain-rules.ts';
import type { GrowthHistory, GrowthLimits, GrowthVisit } from './growth-history.ts';
import { type CurrentWeighing, cannotJudge, factOf, isWeight, type Weighing } from './judgement.ts';
import { lossFromBirthWeight } from './loss-from-birth-weight.ts';
import { lossSinceLastVisit } from './loss-since-last-visit.ts';
import { muacFall } from './muac-fall.ts';
import { type GainVerdict, poorGain } from './poor-gain.ts';
import { isBelow } from './threshold.ts';
import { currentWeighing, earlierWeighings, standingZ } from './weighings.ts';
import { weightGain } from './weight-gain.ts';

export type GrowthJudgement = GainRules &
  Pick<GainVerdict, 'poorGain' | 'because' | 'reference'> & {
    readonly gain: ReturnType<typeof weightGain>;
    readonly lossFromBirth: ReturnType<typeof lossFromBirthWeight>;
    readonly loss: ReturnType<typeof lossSinceLastVisit>;
    readonly centileSpaces: ReturnType<typeof centileSpaces>;
    /**
     * Whether z fell below the severe line since the last visit that has a z: for weight-for-age, and for
     * weight-for-length (WHO, chronological age).
     */
    readonly severeWeightForAge: ReturnType<typeof crossedBelow>;
    readonly severeWeightForLength: ReturnType<typeof crossedBelow>;
    readonly muacFall: ReturnType<typeof muacFall>;
    readonly poorGainTwice: ReturnType<typeof atTwoVisits>;
    /** Whether there was no gain at all (static-weight.ts) at two visits. */
    readonly noGainTwice: ReturnType<typeof atTwoVisits>;
    /** Whether today's weight is below birth weight, at any age. */
    readonly belowBirthWeight: Ternary;
  };

/** Throws a `RangeError` when the visits are not sorted by age: the caller must sort them. */
export const judgeGrowth = (history: GrowthHistory, limits: GrowthLimits): GrowthJudgement => {
  const { visits } = history;
  for (let at = 1; at < visits.length; at++) {
    if ((visits[at]?.ageDays ?? 0) < (visits[at - 1]?.ageDays ?? 0))
      throw new RangeError('visits must be ordered by age');
  }
  return new JudgedGrowth(history, limits);
};

/** Each rule is judged lazily and cached: a protocol, or a draft of one, may read only a few of them. */
class JudgedGrowth implements GrowthJudgement {
  readonly #history: GrowthHistory;
  readonly #limits: GrowthLimits;
  readonly #current: CurrentWeighing;
  readonly #earlier: readonly Weighing[];
  #verdict: GainVerdict | undefined;
  #judgedBefore: readonly GainVerdict[] | undefined;
  #gain: GrowthJudgement['gain'] | undefined;
  #lossFromBirth: GrowthJudgement['lossFromBirth'] | undefined;
  #loss: GrowthJudgement['loss'] | undefined;
  #centileSpaces: GrowthJudgement['centileSpaces'] | undefined;
  #severeWeightForAge: GrowthJudgement['severeWeightForAge'] | undefined;
  #severeWeightForLength: GrowthJudgement['severeWeightForLength'] | undefined;
  #muacFall: GrowthJudgement['muacFall'] | undefined;

  constructor(history: GrowthHistory, limits: GrowthLimits) {
    this.#history = history;
    this.#limits = limits;
    this.#current = currentWeighing(history);
    this.#earlier = earlierWeighings(history);
  }

  get #today(): GainVerdict {
    this.#verdict ??= poorGain(this.#history, this.#limits);
    return this.#verdict;
  }

  /** Verdicts of the visits that may be "the visit before" today's. */
  get #before(): readonly GainVerdict[] {
    this.#judgedBefore ??= judgedBefore(this.#history, this.#limits);
    return this.#judgedBefore;
  }

  /**
   * Whether `verdictOf` holds at two visits. When it does not hold today it cannot hold twice, so the visits before are
   * then not judged.
   */
  #twice(verdictOf: (verdict: GainVerdict) => VisitVerdict): ReturnType<typeof atTwoVisits> {
    const today = verdictOf(this.#today);
    const before = today.verdict === false ? [] : this.#before.map(verdictOf);
    return atTwoVisits([...before, today], this.#limits.twoVisits);
  }

  get #weighed(): Weighing | null {
    return this.#current === 'oedema' ? null : this.#current;
  }

  get poorGain(): Ternary {
    return this.#today.poorGain;
  }

  get because(): GainVerdict['because'] {
    return this.#today.because;
  }

  get reference(): GainVerdict['reference'] {
    return this.#today.reference;
  }

  get velocity(): GainRules['velocity'] {
    return this.#today.rules.velocity;
  }

  get dailyGain(): GainRules['dailyGain'] {
    return this.#today.rules.dailyGain;
  }

  get gainPerKilogram(): GainRules['gainPerKilogram'] {
    return this.#today.rules.gainPerKilogram;
  }

  get zFall(): GainRules['zFall'] {
    return this.#today.rules.zFall;
  }

  get staticWeight(): GainRules['staticWeight'] {
    return this.#today.rules.staticWeight;
  }

  get regain(): GainRules['regain'] {
    return this.#today.rules.regain;
  }

  get gain(): GrowthJudgement['gain'] {
    const limits = this.#limits.gain;
    this.#gain ??= againstBaseline(this.#earlier, this.#current, limits, (from, to) => weightGain(from, to, limits));
    return this.#gain;
  }

  get lossFromBirth(): GrowthJudgement['lossFromBirth'] {
    const { visits, birthWeightG } = this.#history;
    const last = visits.at(-1);
    this.#lossFromBirth ??=
      this.#current === 'oedema' || last === undefined
        ? cannotJudge(this.#current === 'oedema' ? 'oedema' : 'noAge')
        : lossFromBirthWeight(
            { birthWeightG, weightG: this.#weighed?.weightG ?? null, ageDays: last.ageDays },
            this.#limits.lossFromBirth,
          );
    return this.#lossFromBirth;
  }

  get loss(): GrowthJudgement['loss'] {
    const [{ reweighed }, limits] = [this.#history, this.#limits.loss];
    this.#loss ??= againstBaseline(this.#earlier, this.#current, limits, (from, to) =>
      lossSinceLastVisit(from, to, reweighed, limits),
    );
    return this.#loss;
  }

  get centileSpaces(): GrowthJudgement['centileSpaces'] {
    const weighed = this.#weighed;
    this.#centileSpaces ??=
      weighed === null
        ? cannotJudge(this.#current === 'oedema' ? 'oedema' : 'noWeight')
        : centileSpaces(
            birthZ(this.#history),
            standingZ(this.#history, weighed)?.z ?? null,
            this.#limits.centileSpaces,
          );
    return this.#centileSpaces;
  }

  get severeWeightForAge(): GrowthJudgement['severeWeightForAge'] {
    this.#severeWeightForAge ??= crossing(this.#history, this.#limits, weightForAgeOf);
    return this.#severeWeightForAge;
  }

  get severeWeightForLength(): GrowthJudgement['severeWeightForLength'] {
    this.#severeWeightForLength ??= crossing(this.#history, this.#limits, weightForLengthOf);
    return this.#severeWeightForLength;
  }

  get muacFall(): GrowthJudgement['muacFall'] {
    const { visits, muacRemeasured } = this.#history;
    const before = visits.slice(0, -1).findLast(({ muacMm }) => muacMm !== null)?.muacMm ?? null;
    this.#muacFall ??= muacFall(before, visits.at(-1)?.muacMm ?? null, muacRemeasured, this.#limits.muacFall);
    return this.#muacFall;
  }

  get poorGainTwice(): GrowthJudgement['poorGainTwice'] {
    return this.#twice(poorGainVerdict);
  }

  get noGainTwice(): GrowthJudgement['noGainTwice'] {
    return this.#twice(noGainVerdict);
  }

  get belowBirthWeight(): Ternary {
    const [weighed, { birthWeightG }] = [this.#weighed, this.#history];
    return weighed === null || !isWeight(birthWeightG) ? null : weighed.weightG < birthWeightG;
  }
}

/**
 * The verdicts of the earlier visits that may be "the visit before", each with only what was known then. Goes back to
 * the latest visit whose gain could be judged; oldest first.
 */
const judgedBefore = (history: GrowthHistory, limits: GrowthLimits): readonly GainVerdict[] => {
  const { visits } = history;
  const now = visits.at(-1)?.ageDays ?? 0;
  const verdicts: GainVerdict[] = [];
  for (let at = visits.length - 2; at >= 0; at--) {
    if (isBelow(now - (visits[at]?.ageDays ?? now), limits.twoVisits.minDays)) continue;
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
  // The previous z is computed only when it decides, that is when today's z is below the line.
  for (
    let at = visits.length - 2;
    at >= 0 && previous === null && current !== null && isBelow(current, severe.cut);
    at--
  ) {
    const visit = visits[at];
    previous = visit === undefined ? null : zOf(history, visit);
  }
  return crossedBelow(previous, current, severe);
};
