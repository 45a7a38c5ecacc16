/**
 * The places that decide whether something is hidden at the shown ones. Whether a place is hidden depends on its
 * siblings and on the places that it lies in (`hide-small.ts`), not on what lies in it or elsewhere. For the page of a
 * country these are its regions, whose sums the database adds up. Pure.
 */
import type { PortalPlace } from '../place/place-tree.ts';

type Deciding = {
  readonly places: readonly PortalPlace[];
  /** The places whose parent the reader may not see. */
  readonly highest: ReadonlySet<string>;
};

/**
 * `all`: the places of which the reader may see figures. Returns those of `shown` that are among them, the places that
 * these lie in, and all siblings.
 */
export const placesThatDecide = (all: readonly PortalPlace[], shown: readonly PortalPlace[]): Deciding => {
  const ids = new Set(all.map(({ id }) => id));
  const above = (path: string): readonly string[] => path.split('/').filter((id) => ids.has(id));
  const lines = new Set(shown.flatMap(({ path }) => above(path)));
  const isHighest = ({ id, path }: PortalPlace): boolean => above(path)[0] === id;
  const parents = new Set(all.flatMap((one) => (lines.has(one.id) && !isHighest(one) ? [one.parent] : [])));
  const places = all.filter((one) => lines.has(one.id) || (parents.has(one.parent) && !isHighest(one)));
  return { places, highest: new Set(places.filter(isHighest).map(({ id }) => id)) };
};
