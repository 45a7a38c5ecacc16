/**
 * Whether a figure moved since the period before, or only swings as small numbers do. A difference counts when chance alone
 * would make one as large in fewer than one case of twenty: two shares by their pooled standard error, two counts as
 * Poisson counts. Means and medians are kept without their spread, so nothing is said of them.
 */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';

export type Change =
  /** One of both is not there, or cannot be judged. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'up' | 'down' | 'steady';
      /** In the unit of the indicator; of a share, points. */
      readonly by: number;
      /** How far beyond chance, in standard errors; the sign says which way. */
      readonly beyond: number;
      readonly verdict: 'better' | 'worse' | null;
    };

/** `isUnderWay`: the period is not over, and what adds up over it is not whole yet. */
export const changeOf = (indicator: Indicator, now: Figure, before: Figure, isUnderWay = false): Change => {
  if (now.value === null || before.value === null) return { kind: 'unknown' };
  if (isUnderWay && (indicator.kind === 'count' || indicator.kind === 'coverage')) return { kind: 'unknown' };
  const error = standardError(indicator, now, before);
  if (error === null) return { kind: 'unknown' };
  const by = now.value - before.value;
  const beyond = error === 0 ? 0 : by / error;
  if (Math.abs(beyond) < NOT_BY_CHANCE) return { kind: 'steady', by, beyond, verdict: null };
  const kind = by > 0 ? 'up' : 'down';
  const { better } = indicator;
  return { kind, by, beyond, verdict: better === null ? null : better === kind ? 'better' : 'worse' };
};

/** The 97.5th centile of the normal distribution. */
const NOT_BY_CHANCE = 1.96;

const standardError = ({ kind }: Indicator, now: Figure, before: Figure): number | null => {
  switch (kind) {
    case 'share': {
      const [n, m] = [knownOf(now), knownOf(before)];
      const pooled = (now.numerator + before.numerator) / (n + m);
      return 100 * Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    }
    case 'count':
    case 'stock':
      return Math.sqrt(now.numerator + before.numerator);
    case 'coverage':
      return 100 * Math.hypot(rootOver(now), rootOver(before));
    default:
      return null;
  }
};

const knownOf = ({ denominator, unknown }: Figure): number => (denominator ?? 0) - unknown;

const rootOver = ({ numerator, denominator }: Figure): number => Math.sqrt(numerator) / (denominator ?? 1);
