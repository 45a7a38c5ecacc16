/** Which places a map shows, so that they can be told apart on a phone. Pure. */
import { groupBy } from '../counts/group-by.ts';
import { isCentre, type PortalPlace } from '../place/place-tree.ts';

export type MapLayer =
  /** Places that give care. */
  | { readonly kind: 'centres'; readonly places: readonly PortalPlace[] }
  /** There are too many centres for one map: the areas that hold them, as far down the tree as there is room for. */
  | { readonly kind: 'areas'; readonly places: readonly PortalPlace[] };

/** Circles of 10 units on a map of 360 units: more of them would overlap. */
export const MOST_ON_MAP = 100;

/** `inside`: the place and all below it. No place of the layer lies in another one, unless all centres are shown. */
export const placesOnMap = (place: PortalPlace, inside: readonly PortalPlace[]): MapLayer => {
  const centres = inside.filter(isCentre);
  if (centres.length <= MOST_ON_MAP) return { kind: 'centres', places: centres };
  const below = groupBy(inside, ({ parent }) => parent ?? '');
  // The children are shown even when they are too many: there is no level between.
  let layer = below.get(place.id) ?? [];
  for (;;) {
    const next = layer.flatMap((one) => (isCentre(one) ? [one] : (below.get(one.id) ?? [one])));
    if (next.length > MOST_ON_MAP || next.every((one, at) => one === layer[at])) break;
    layer = next;
  }
  return layer.every(isCentre) ? { kind: 'centres', places: layer } : { kind: 'areas', places: layer };
};

/** The position of a place in degrees: its own, else the mean of the positions known in it; `null`: none is known. */
export const whereIs = (
  place: PortalPlace,
  inside: readonly PortalPlace[],
): { readonly latitude: number; readonly longitude: number } | null => {
  const [own] = placed([place]);
  if (own !== undefined) return own;
  const known = placed(inside.filter(({ path }) => path.startsWith(place.path)));
  if (known.length === 0) return null;
  const middle = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  return {
    latitude: middle(known.map(({ latitude }) => latitude)),
    longitude: middle(known.map(({ longitude }) => longitude)),
  };
};

const placed = (places: readonly PortalPlace[]) =>
  places.flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude }],
  );
