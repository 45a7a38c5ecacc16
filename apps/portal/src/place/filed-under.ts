/** Which of the shown places each place is added to, so that sums come from the database and not place by place. Pure. */
import type { PortalPlace } from './place-tree.ts';

/**
 * Each place by its id, and the lowest of the shown ones that it is or lies in; those in none of them are left out. What is
 * shown higher up is the sum of what is shown below it and of the rest of its own, so that nothing is added up twice.
 */
export const filedUnder = (
  places: readonly Pick<PortalPlace, 'id' | 'path'>[],
  shown: Iterable<Pick<PortalPlace, 'id'>>,
): ReadonlyMap<string, string> => {
  const ids = new Set([...shown].map(({ id }) => id));
  return new Map(
    places.flatMap(({ id, path }) => {
      const lowest = path.split('/').findLast((one) => ids.has(one));
      return lowest === undefined ? [] : [[id, lowest] as const];
    }),
  );
};
