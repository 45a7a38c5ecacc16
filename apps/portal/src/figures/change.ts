/**
 * Whether a figure changed since the period before, or only varies as small numbers do. A difference counts when chance
 * alone would make one as large in fewer than one case of twenty: two shares are compared by their pooled standard
 * error, two counts as Poisson counts. Means and medians are stored without their spread, so they are not judged.
 */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';

export type Change =
  /** One of the two figures is missing, or the change cannot be judged. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'up' | 'down' | 'steady';
      /** The change in the unit of the indicator; for a share, in percentage points. */
      readonly by: number;
      /** The change in standard errors; its sign gives the direction. */
      readonly beyond: number;
      readonly verdict: 'better' | 'worse' | null;
    };

/** `isUnderWay`: the period is not over, so a count or coverage over it is not complete yet. */
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
