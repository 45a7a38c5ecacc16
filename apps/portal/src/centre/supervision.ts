/** What to praise and what to help with at the next supervision: where a centre clearly differs from all centres together. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';

export type Stands = { readonly indicator: Indicator; readonly own: Figure; readonly together: Figure };

export type Supervision = { readonly praise: readonly Stands[]; readonly help: readonly Stands[] };

/** A figure made of fewer cases than this is not judged. */
const FEWEST_JUDGED = 5;

/**
 * The figures of a centre that clearly differ: the value of all centres together lies outside the 95 % interval of the
 * centre, which is made of at least five cases. Largest difference first.
 */
export const supervisionOf = (stands: readonly Stands[]): Supervision => {
  const judged = stands.flatMap((one) => {
    const { own, together, indicator } = one;
    if (!isJudged(one) || own.interval === null || own.value === null || together.value === null) return [];
    if (together.value >= own.interval.low && together.value <= own.interval.high) return [];
    const isHigher = own.value > together.value;
    return [{ one, isBetter: isHigher === (indicator.better === 'up'), by: Math.abs(own.value - together.value) }];
  });
  const sorted = judged.toSorted((a, b) => b.by - a.by);
  return {
    praise: sorted.filter(({ isBetter }) => isBetter).map(({ one }) => one),
    help: sorted.filter(({ isBetter }) => !isBetter).map(({ one }) => one),
  };
};

/** How many of the figures that have a better way can be compared; `isTooLittle`: fewer than half of them. */
export type Judged = { readonly judged: number; readonly all: number; readonly isTooLittle: boolean };

export const judgedOf = (stands: readonly Stands[]): Judged => {
  const all = stands.filter(({ indicator }) => indicator.better !== null).length;
  const judged = stands.filter(isJudged).length;
  return { judged, all, isTooLittle: judged * 2 < all };
};

const isJudged = ({ own, together, indicator }: Stands): boolean =>
  (own.denominator ?? 0) - own.unknown >= FEWEST_JUDGED &&
  own.interval !== null &&
  own.value !== null &&
  together.value !== null &&
  indicator.better !== null;
