/** Adds a place below another one. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { PlaceKind, Tables } from '../database/tables.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { spokenCode } from '../spoken-code.ts';
import { closedOn, placeClosed } from './close-place.ts';
import { type Place, placeTo } from './known-place.ts';
import { mayLieIn, placeKinds } from './place-kinds.ts';
import { placeCode, placeName } from './place-shape.ts';

export const newPlace = v.object({
  parent: v.pipe(v.string(), v.maxLength(128)),
  kind: v.picklist(placeKinds),
  name: placeName,
  /** Code of the ministry's list; the default is a generated one. */
  code: v.optional(placeCode),
});
export type NewPlace = v.InferOutput<typeof newPlace>;

export const createPlace = async (site: Site, viewer: Viewer, asked: NewPlace): Promise<Place> => {
  const parent = await placeTo(site.db, viewer, 'write', 'places', asked.parent);
  if (!mayLieIn(asked.kind, parent.kind)) throw wrongKind();
  if ((await closedOn(site.db, parent.id)) !== null) throw placeClosed();
  return site.db.transaction().execute(async (tx) => {
    const place = await insertPlace(tx, parent, asked);
    if (place === null) throw codeTaken();
    await writeDown(tx, site, viewer.account.id, place.id, 'place-created', { kind: place.kind, name: place.name });
    return place;
  });
};

type Described = {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly code?: string | undefined;
  readonly dhis2Uid?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
};

/** Returns `null` when another place has the code. `parent`: `null` for the root. */
export const insertPlace = async (
  tx: Transaction<Tables>,
  parent: Pick<Place, 'id' | 'path'> | null,
  { kind, name, code = spokenCode(6), dhis2Uid = null, latitude = null, longitude = null }: Described,
): Promise<Place | null> => {
  const id = randomUUID();
  const place: Place = { id, parent: parent?.id ?? null, kind, name, code, path: `${parent?.path ?? ''}${id}/` };
  const { parent: parent_id, ...own } = place;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('place')
    .values({ ...own, parent_id, dhis2_uid: dhis2Uid, latitude, longitude })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? place : null;
};

/** The place without a parent, usually the country. */
export const rootPlace = async (tx: Transaction<Tables>): Promise<Pick<Place, 'id' | 'path'> | null> => {
  const root = await tx
    .selectFrom('place')
    .select(['id', 'path'])
    .where('parent_id', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return root ?? null;
};

export const createRoot = async (tx: Transaction<Tables>, name: string): Promise<Place> => {
  const root = await insertPlace(tx, null, { kind: 'country', name });
  if (root === null) throw notFound();
  return root;
};

const wrongKind = (): Refusal =>
  new Refusal(422, 'wrong-kind', {
    fr: 'Un lieu de cette sorte ne peut pas être dans celui-là (pays › région › district › centre ou hôpital › site).',
    en: 'A place of this kind cannot lie in that one (country › region › district › centre or hospital › site).',
  });

export const codeTaken = (): Refusal =>
  new Refusal(409, 'code-taken', {
    fr: 'Ce code est déjà celui d’un autre lieu.',
    en: 'This code is another place’s already.',
  });
