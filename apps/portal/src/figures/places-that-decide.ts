/**
 * Which places decide whether something is hidden at the shown ones. Whether a place is hidden hangs on its siblings and on
 * what it lies in (`hide-small.ts`), on nothing that lies in it or elsewhere: of the page of a country these are its regions,
 * whose sums the database adds up. Pure.
 */
import type { PortalPlace } from '../place/place-tree.ts';

type Deciding = {
  readonly places: readonly PortalPlace[];
  /** Those of which the reader sees no parent. */
  readonly highest: ReadonlySet<string>;
};

/** `all`: of which the reader may see figures. The shown ones that are among them, what these lie in, and all siblings. */
export const placesThatDecide = (all: readonly PortalPlace[], shown: readonly PortalPlace[]): Deciding => {
  const ids = new Set(all.map(({ id }) => id));
  const above = (path: string): readonly string[] => path.split('/').filter((id) => ids.has(id));
  const lines = new Set(shown.flatMap(({ path }) => above(path)));
  const isHighest = ({ id, path }: PortalPlace): boolean => above(path)[0] === id;
  const parents = new Set(all.flatMap((one) => (lines.has(one.id) && !isHighest(one) ? [one.parent] : [])));
  const places = all.filter((one) => lines.has(one.id) || (parents.has(one.parent) && !isHighest(one)));
  return { places, highest: new Set(places.filter(isHighest).map(({ id }) => id)) };
};
