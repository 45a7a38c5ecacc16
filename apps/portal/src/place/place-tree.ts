/** The tree of places as plain data: the paths of the places are the tree. */
import type { PlaceKind } from '../portal-tables.ts';

export type PortalPlace = {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Ids from the root to the place itself, each followed by a slash. */
  readonly path: string;
  /** In degrees; `null`: not known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
};

export const isWithin = (place: PortalPlace, above: PortalPlace): boolean => place.path.startsWith(above.path);

export const childrenOf = (places: readonly PortalPlace[], { id }: PortalPlace): readonly PortalPlace[] =>
  byName(places.filter(({ parent }) => parent === id));

/** The ancestors among `places` from the highest down, the place itself included. */
export const ancestorsOf = (places: readonly PortalPlace[], place: PortalPlace): readonly PortalPlace[] =>
  places.filter((one) => isWithin(place, one)).toSorted((a, b) => a.path.length - b.path.length);

/** The places of the same kind under the same parent, the place itself included. The root has only itself. */
export const peersOf = (places: readonly PortalPlace[], place: PortalPlace): readonly PortalPlace[] =>
  place.parent === null
    ? [place]
    : byName(places.filter(({ parent, kind }) => parent === place.parent && kind === place.kind));

/** A place that gives care, as opposed to an administrative area. */
export const isCentre = ({ kind }: PortalPlace): boolean =>
  kind === 'health_centre' || kind === 'hospital' || kind === 'site';

const byName = (places: readonly PortalPlace[]): readonly PortalPlace[] =>
  places.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
