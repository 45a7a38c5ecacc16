/**
 * Waits until both promises have settled, whatever their outcome, so that nothing is still running afterwards. Then
 * rejects with the reason of `a`, or else of `b`, if one was rejected.
 */
export const bothOf = async <A, B>(a: Promise<A>, b: Promise<B>): Promise<readonly [A, B]> => {
  await Promise.allSettled([a, b]);
  return [await a, await b];
};
