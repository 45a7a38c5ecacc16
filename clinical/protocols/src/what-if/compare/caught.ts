/**
 * How many of the children whose outcome is known to be poor a version of the protocol found at risk in advance, and
 * how many of those with a good outcome it never did. The assessments must lie before the outcome: a class given on the
 * day on which a child is found wasted predicts nothing.
 */
import type { Value } from '@denba/decisions/value';
import { wilsonInterval } from '@denba/quantities/wilson-interval';
import { type Baseline, concluded } from '../replay/baseline.ts';
import type { Replay } from '../replay/replay.ts';

export type KnownOutcomes = {
  /**
   * For each assessment, the number of its child; −1 when the assessment does not lie before the outcome and predicts
   * nothing.
   */
  readonly child: Int32Array;
  /**
   * By number of the child: a poor outcome, such as death or later severe wasting (`true`), none (`false`), unknown
   * (`null`).
   */
  readonly poor: readonly (boolean | null)[];
};

/** The conclusion that classifies the risk, its values that mean "at risk", and those that decide nothing. */
export type RiskSign = {
  readonly conclusion: string;
  readonly atRisk: readonly string[];
  readonly undecided: readonly string[];
};

export const classOfRisk: RiskSign = {
  conclusion: 'pair_class',
  atRisk: ['high', 'indepth', 'moderate'],
  undecided: ['incomplete', 'review'],
};

/** A proportion with its 95 % interval. `share` and the interval are `null` when `of` is 0. */
export type Proportion = {
  readonly n: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type Caught = {
  /**
   * Of the children with a poor outcome, those found at risk at least once. A child without any decision counts as not
   * found.
   */
  readonly sensitivity: Proportion;
  /** Of the children with a good outcome and at least one decision, those never found at risk. */
  readonly specificity: Proportion;
  /** Children with a good outcome and no decision, because every assessment was incomplete. */
  readonly undecided: number;
  /** Number of children whose outcome is unknown. */
  readonly unknownOutcome: number;
};

/** `version`: the replay of a draft; `null` for the base. */
export const caught = (
  baseline: Baseline,
  version: Replay | null,
  { child, poor }: KnownOutcomes,
  sign: RiskSign = classOfRisk,
): Caught => {
  if (child.length !== baseline.columns.count)
    throw new RangeError('a child for each assessment, no more and no fewer');
  const changes = version?.changes[sign.conclusion];
  const found = new Uint8Array(poor.length);
  let next = 0;
  for (let index = 0; index < child.length; index++) {
    let value: Value;
    if (changes !== undefined && changes.index[next] === index) value = changes.to(next++);
    else value = concluded(baseline, sign.conclusion, index);
    const of = child[index] as number;
    if (of < 0) continue;
    const weight = weightOf(value, sign);
    if (weight > (found[of] ?? 0)) found[of] = weight;
  }
  const count = (outcome: boolean | null, ...weights: readonly number[]): number =>
    poor.filter((one, of) => one === outcome && weights.includes(found[of] as number)).length;
  return {
    sensitivity: proportion(count(true, AT_RISK), count(true, UNDECIDED, CLEARED, AT_RISK)),
    specificity: proportion(count(false, CLEARED), count(false, CLEARED, AT_RISK)),
    undecided: count(false, UNDECIDED),
    unknownOutcome: count(null, UNDECIDED, CLEARED, AT_RISK),
  };
};

const UNDECIDED = 0;
const CLEARED = 1;
const AT_RISK = 2;

/** Missing is never normal: a value that decides nothing does not count as cleared. */
const weightOf = (value: Value, { atRisk, undecided }: RiskSign): number =>
  typeof value !== 'string' || undecided.includes(value) ? UNDECIDED : atRisk.includes(value) ? AT_RISK : CLEARED;

const proportion = (n: number, of: number): Proportion => {
  const interval = wilsonInterval(n, of);
  return { n, of, share: of === 0 ? null : n / of, low: interval?.low ?? null, high: interval?.high ?? null };
};
