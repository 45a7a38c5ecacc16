/**
 * Two things that are done side by side. It ends when both have ended, whatever becomes of either, so that nothing is
 * left under way; then it rejects as the first of them did.
 */
export const bothOf = async <A, B>(a: Promise<A>, b: Promise<B>): Promise<readonly [A, B]> => {
  await Promise.allSettled([a, b]);
  return [await a, await b];
};
