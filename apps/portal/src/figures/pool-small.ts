/**
 * The parts of a whole for a reader who may not see small numbers: small parts are added up, together with the next
 * larger ones until their sum is not small and has at least two parts, so that no hidden part can be worked out.
 */
import { FEWEST_SHOWN } from '@denba/indicators/figure/make-figure';

export type Part = { readonly code: string; readonly count: number };

/** The code of the part that holds the pooled parts. */
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
