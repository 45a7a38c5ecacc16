/** The rules that can find an infant's gain poor, each judged at the last visit of a history. */
import { againstBaseline } from './baseline.ts';
import { birthWeightRegain } from './birth-weight-regain.ts';
import { dailyGain } from './daily-gain.ts';
import { gainPerKilogram } from './gain-per-kilogram.ts';
import type { GrowthHistory, GrowthLimits } from './growth-history.ts';
import { type CurrentWeighing, cannotJudge, type Judgement, type Weighing } from './judgement.ts';
import { monthlyVelocity } from './monthly-velocity.ts';
import { staticWeight } from './static-weight.ts';
import { currentWeighing, earlierWeighings, standingZ, withBirthWeight } from './weighings.ts';
import { zFall } from './z-fall.ts';

type Judged<Rule extends (...inputs: never[]) => unknown> = ReturnType<Rule>;

/** The result of each rule, or the reason why it could not be judged. */
export type GainRules = {
  readonly velocity: Judged<typeof monthlyVelocity>;
  readonly dailyGain: Judged<typeof dailyGain>;
  readonly gainPerKilogram: Judged<typeof gainPerKilogram>;
  readonly zFall: Judged<typeof zFall>;
  readonly staticWeight: Judged<typeof staticWeight>;
  readonly regain: Judged<typeof birthWeightRegain>;
};

/** The rules are judged lazily and cached. */
export const judgeGainRules = (history: GrowthHistory, limits: GrowthLimits): GainRules =>
  new JudgedRules(history, limits);

class JudgedRules implements GainRules {
  readonly #history: GrowthHistory;
  readonly #limits: GrowthLimits;
  readonly #current: CurrentWeighing;
  readonly #earlier: readonly Weighing[];
  #velocity: GainRules['velocity'] | undefined;
  #dailyGain: GainRules['dailyGain'] | undefined;
  #gainPerKilogram: GainRules['gainPerKilogram'] | undefined;
  #zFall: GainRules['zFall'] | undefined;
  #staticWeight: GainRules['staticWeight'] | undefined;
  #regain: GainRules['regain'] | undefined;

  constructor(history: GrowthHistory, limits: GrowthLimits) {
    this.#history = history;
    this.#limits = limits;
    this.#current = currentWeighing(history);
    this.#earlier = earlierWeighings(history);
  }

  get velocity(): GainRules['velocity'] {
    const [{ sex, gestationalAgeDays, birthWeightG }, { velocity: limits }] = [this.#history, this.#limits];
    // WHO's first window starts at birth: for this rule, and no other, the birth weight is used as a weighing at day 0.
    this.#velocity ??= againstBaseline(
      withBirthWeight(this.#earlier, birthWeightG),
      this.#current,
      limits,
      (from, to) => monthlyVelocity({ sex, gestationalAgeDays }, from, to, limits),
    );
    return this.#velocity;
  }

  get dailyGain(): GainRules['dailyGain'] {
    const limits = this.#limits.dailyGain;
    this.#dailyGain ??= this.#judged(limits, (from, to) => dailyGain(from, to, limits));
    return this.#dailyGain;
  }

  get gainPerKilogram(): GainRules['gainPerKilogram'] {
    const [{ gestationalAgeDays }, { gainPerKilogram: limits }] = [this.#history, this.#limits];
    this.#gainPerKilogram ??= this.#judged(limits, (from, to) => gainPerKilogram(gestationalAgeDays, from, to, limits));
    return this.#gainPerKilogram;
  }

  get zFall(): GainRules['zFall'] {
    const limits = this.#limits.zFall;
    this.#zFall ??= this.#judged(limits, (from, to) => fallOf(this.#history, from, to, limits));
    return this.#zFall;
  }

  get staticWeight(): GainRules['staticWeight'] {
    const limits = this.#limits.staticWeight;
    this.#staticWeight ??= this.#judged(limits, (from, to) => staticWeight(from, to, limits));
    return this.#staticWeight;
  }

  get regain(): GainRules['regain'] {
    this.#regain ??= regainOf(this.#current, this.#history.birthWeightG, this.#limits);
    return this.#regain;
  }

  #judged<Facts>(
    limits: Parameters<typeof againstBaseline>[2],
    rule: (from: Weighing, to: Weighing) => Judgement<Facts>,
  ): Judgement<Facts> {
    return againstBaseline(this.#earlier, this.#current, limits, rule);
  }
}

const fallOf = (
  history: GrowthHistory,
  from: Weighing,
  to: Weighing,
  limits: GrowthLimits['zFall'],
): GainRules['zFall'] => {
  const now = standingZ(history, to);
  if (now === null) return cannotJudge('noZ');
  const before = standingZ(history, from);
  return before === null ? cannotJudge('noPreviousZ') : zFall(before, now, limits);
};

const regainOf = (current: CurrentWeighing, birthWeightG: number | null, limits: GrowthLimits): GainRules['regain'] => {
  if (current === 'oedema') return cannotJudge('oedema');
  if (current === null) return cannotJudge('noWeight');
  return birthWeightRegain({ birthWeightG, ...current }, limits.regain);
};
