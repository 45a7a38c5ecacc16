/**
 * Parts of a whole for a reader who may not see small numbers: the small ones are put together, and with the next larger ones
 * until they are no longer small, so that what is hidden cannot be worked out.
 */
import { FEWEST_SHOWN } from '@denba/indicators/figure/make-figure';

export type Part = { readonly code: string; readonly count: number };

/** Parts that were put together. */
export const POOLED = '+';

export const poolSmall = (parts: readonly Part[], mayReadRegister: boolean): readonly Part[] => {
  const some = parts.filter(({ count }) => count > 0);
  if (mayReadRegister || some.every(({ count }) => count >= FEWEST_SHOWN)) return some;
  const ascending = some.toSorted((a, b) => a.count - b.count);
  let pooled = 0;
  let taken = 0;
  while (
    taken < ascending.length &&
    (pooled < FEWEST_SHOWN || (ascending[taken]?.count ?? 0) < FEWEST_SHOWN || taken < 2)
  ) {
    pooled += ascending[taken]?.count ?? 0;
    taken += 1;
  }
  const hidden = new Set(ascending.slice(0, taken));
  return [
    ...some.filter((part) => !hidden.has(part)),
    ...(pooled >= FEWEST_SHOWN ? [{ code: POOLED, count: pooled }] : []),
  ];
};
