import { type CurrentWeighing, cannotJudge, type Judgement, type Weighing } from './judgement.ts';
import { isAtLeast, isAtMost, type Threshold } from './threshold.ts';

/**
 * Chooses the earlier weighing that a rule compares with today's: the latest one at least `minDays` (and at most
 * `maxDays`) before it, so that a reweighing two days ago does not hide that of the month before. When there is none in
 * that range, the latest earlier weighing; the rule itself then says that the interval is too short or too long.
 */
export const baselineFor = (
  earlier: readonly Weighing[],
  current: Weighing,
  limits: { readonly minDays: Threshold; readonly maxDays?: Threshold },
): Weighing | undefined => {
  const maxDays = limits.maxDays ?? Number.POSITIVE_INFINITY;
  const within = earlier.findLast(({ ageDays }) => {
    const days = current.ageDays - ageDays;
    return isAtLeast(days, limits.minDays) && isAtMost(days, maxDays);
  });
  return within ?? earlier.findLast(({ ageDays }) => ageDays < current.ageDays);
};

/** Runs a rule from its baseline weighing to today's, or says which weight is missing. */
export const againstBaseline = <Facts>(
  earlier: readonly Weighing[],
  current: CurrentWeighing,
  limits: { readonly minDays: Threshold; readonly maxDays?: Threshold },
  rule: (from: Weighing, to: Weighing) => Judgement<Facts>,
): Judgement<Facts> => {
  if (current === 'oedema') return cannotJudge('oedema');
  if (current === null) return cannotJudge('noWeight');
  const from = baselineFor(earlier, current, limits);
  return from === undefined ? cannotJudge('noPreviousWeight') : rule(from, current);
};
