/** The places that a person may see, in tree order: her own, then all below it, each parent before its children. */
import { sql } from 'kysely';
import { pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Site } from '../site.ts';
import { columns, type Place } from './known-place.ts';

export type ListedPlace = Place & {
  /** 0 for the highest places that she sees. */
  readonly depth: number;
  /** Day of closing; `null`: it is open. */
  readonly closedOn: string | null;
  /** Number of phones of the place itself that are not revoked. */
  readonly phones: number;
  readonly lastContact: Date | null;
};

export const listPlaces = async ({ db }: Site, { grants }: Viewer): Promise<readonly ListedPlace[]> => {
  const paths = pathsWhere(grants, 'read', 'places');
  if (paths.length === 0) return [];
  const rows = await db
    .selectFrom('place')
    .select([...columns, sql<string | null>`closed_on::text`.as('closedOn')])
    .where((is) => is.or(paths.map((path) => sql<boolean>`starts_with(path, ${path})`)))
    .execute();
  const phones = await db
    .selectFrom('device')
    .select(['place_id', sql<string>`count(*)`.as('count'), sql<Date | null>`max(last_seen_at)`.as('last')])
    .where('revoked_at', 'is', null)
    .groupBy('place_id')
    .execute();
  const byPlace = new Map(phones.map(({ place_id, count, last }) => [place_id, { phones: Number(count), last }]));
  return inTreeOrder(rows).map(({ depth, ...place }) => {
    const { phones: count = 0, last = null } = byPlace.get(place.id) ?? {};
    return { ...place, depth, phones: count, lastContact: last };
  });
};

/** Siblings are sorted by name. A place whose parent is not in the list is a root of its own. */
export const inTreeOrder = <One extends Place>(
  places: readonly One[],
): readonly (One & { readonly depth: number })[] => {
  const ids = new Set(places.map(({ id }) => id));
  const below = new Map<string | null, One[]>();
  for (const place of [...places].sort((a, b) => a.name.localeCompare(b.name, 'fr'))) {
    const parent = place.parent !== null && ids.has(place.parent) ? place.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const from = (parent: string | null, depth: number): readonly (One & { readonly depth: number })[] =>
    (below.get(parent) ?? []).flatMap((place) => [{ ...place, depth }, ...from(place.id, depth + 1)]);
  return from(null, 0);
};
