/** What to praise and what to help with at the next supervision: where a centre clearly differs from all centres together. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';

export type Stands = { readonly indicator: Indicator; readonly own: Figure; readonly together: Figure };

export type Supervision = { readonly praise: readonly Stands[]; readonly help: readonly Stands[] };

/** Of one of one nobody learns anything. */
const FEWEST_JUDGED = 5;

/** Clearly: the value of all together lies outside of the 95 % interval of the centre, made of five or more. Farthest first. */
export const supervisionOf = (stands: readonly Stands[]): Supervision => {
  const judged = stands.flatMap((one) => {
    const { own, together, indicator } = one;
    if ((own.denominator ?? 0) - own.unknown < FEWEST_JUDGED) return [];
    if (own.interval === null || own.value === null || together.value === null || indicator.better === null) return [];
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
