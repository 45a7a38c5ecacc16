/** A place that the viewer may see. Any other place gets the same answer as one that does not exist. */
import type { Kysely } from 'kysely';
import type { PlaceKind, Tables } from '../database/tables.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import { type Action, may, type Resource } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';

export type Place = {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly code: string | null;
  readonly path: string;
};

/** Throws a `Refusal` when the viewer may not do this there: 404 for a place that the viewer does not see, else 403. */
export const placeTo = async <R extends Resource>(
  db: Kysely<Tables>,
  { grants }: Viewer,
  action: Action<R>,
  resource: R,
  id: string,
): Promise<Place> => {
  const place = await readPlace(db, id);
  if (place === null || !may(grants, 'read', 'places', place.path)) throw notFound();
  if (!may(grants, action, resource, place.path)) throw notAllowed();
  return place;
};

export const readPlace = async (db: Kysely<Tables>, id: string): Promise<Place | null> => {
  const row = await db.selectFrom('place').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
};

export const columns = ['id', 'parent_id as parent', 'kind', 'name', 'code', 'path'] as const;
