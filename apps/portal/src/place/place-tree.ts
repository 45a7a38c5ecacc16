/** Places under one that is looked at, and those beside it. Plain data; the tree itself is the paths. */
import type { PlaceKind } from '../portal-tables.ts';

export type PortalPlace = {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Ids from the root to the place itself, each followed by a slash. */
  readonly path: string;
  /** Degrees; `null`: nobody said. */
  readonly latitude: number | null;
  readonly longitude: number | null;
};

export const isWithin = (place: PortalPlace, above: PortalPlace): boolean => place.path.startsWith(above.path);

export const childrenOf = (places: readonly PortalPlace[], { id }: PortalPlace): readonly PortalPlace[] =>
  byName(places.filter(({ parent }) => parent === id));

/** From the highest down to the place itself. */
export const ancestorsOf = (places: readonly PortalPlace[], place: PortalPlace): readonly PortalPlace[] =>
  places.filter((one) => isWithin(place, one)).toSorted((a, b) => a.path.length - b.path.length);

/** Places of the same kind under the same parent, the place itself among them. The highest has none but itself. */
export const peersOf = (places: readonly PortalPlace[], place: PortalPlace): readonly PortalPlace[] =>
  place.parent === null
    ? [place]
    : byName(places.filter(({ parent, kind }) => parent === place.parent && kind === place.kind));

/** Where care is given, as opposed to where it is steered. */
export const isCentre = ({ kind }: PortalPlace): boolean =>
  kind === 'health_centre' || kind === 'hospital' || kind === 'site';

const byName = (places: readonly PortalPlace[]): readonly PortalPlace[] =>
  places.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
