/**
 * Closes a place, and reopens it. What it recorded stays; while it is closed, no phone can join it, and phones are not
 * offered it as a place to send families to.
 */
import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { may } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { type Counted, type InCare, inCareFor, readInCare } from './in-care.ts';
import { type Place, placeTo } from './known-place.ts';

/** Returns the day of closing; `null`: the place is open. */
export const closedOn = async (db: Kysely<Tables>, id: string): Promise<string | null> => {
  const row = await db
    .selectFrom('place')
    .select(sql<string | null>`closed_on::text`.as('closedOn'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.closedOn ?? null;
};

/** Throws 404 when the viewer does not see the place, 403 without the right, and 404 when it is closed already. */
export const placeToClose = async ({ db }: Site, viewer: Viewer, id: string): Promise<Place> => {
  const place = await placeTo(db, viewer, 'write', 'places', id);
  if ((await closedOn(db, id)) !== null) throw notFound();
  return place;
};

/** What the person who closes a place confirms to know: how many are in care there, as `asKnown` writes it. */
export const closing = v.object({ inCare: v.optional(v.pipe(v.string(), v.maxLength(40)), '') });

/** Returns `''` when nobody is in care. */
export const asKnown = ({ families, children, few }: InCare): string => {
  if (children === 0) return '';
  return few ? 'few' : `${families ?? ''}-${children}`;
};

/** How many are in care at the place, as far as the viewer may know. */
export const inCareAt = async (db: Kysely<Tables>, viewer: Viewer, place: Place): Promise<InCare> =>
  asSheMayKnow(await readInCare(db, place.id), viewer, place);

const asSheMayKnow = (counted: Counted, { grants }: Viewer, { path }: Place): InCare =>
  inCareFor(counted, may(grants, 'read', 'register', path));

/**
 * Throws a `Refusal` while the place has a phone in use or an open place below it, or when other numbers are in care
 * there than the viewer confirmed. The place is locked, so a phone that is joining at this moment is seen.
 */
export const closePlace = async (
  site: Site,
  viewer: Viewer,
  id: string,
  { inCare: known }: v.InferOutput<typeof closing>,
): Promise<Place> => {
  const place = await placeToClose(site, viewer, id);
  await site.db.transaction().execute(async (tx) => {
    await tx.selectFrom('place').select('id').where('id', '=', id).forUpdate().execute();
    const phone = await tx
      .selectFrom('device')
      .select('id')
      .where('place_id', '=', id)
      .where('revoked_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (phone !== undefined) throw phonesInUse();
    const below = await tx
      .selectFrom('place')
      .select('id')
      .where('parent_id', '=', id)
      .where('closed_on', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (below !== undefined) throw openBelow();
    const inCare = await readInCare(tx, id);
    if (asKnown(asSheMayKnow(inCare, viewer, place)) !== known) throw inCareThere();
    // An unused join code would still let a phone in.
    await tx.deleteFrom('join_code').where('place_id', '=', id).where('used_at', 'is', null).execute();
    await tx
      .updateTable('place')
      .set({ closed_on: site.now().toISOString().slice(0, 10) })
      .where('id', '=', id)
      .execute();
    await writeDown(tx, site, viewer.account.id, id, 'place-closed', { inCare });
  });
  return place;
};

/** Idempotent. Throws a `Refusal` when the place above it is closed. */
export const reopenPlace = async (site: Site, viewer: Viewer, id: string): Promise<void> => {
  const { parent } = await placeTo(site.db, viewer, 'write', 'places', id);
  if (parent !== null && (await closedOn(site.db, parent)) !== null) throw closedAbove();
  await site.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('place')
      .set({ closed_on: null })
      .where('id', '=', id)
      .where('closed_on', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await writeDown(tx, site, viewer.account.id, id, 'place-reopened');
  });
};

export const placeClosed = (): Refusal =>
  new Refusal(409, 'place-closed', {
    fr: "Ce lieu est fermé. Rouvrez-le d'abord.",
    en: 'This place is closed. Open it again first.',
  });

const phonesInUse = (): Refusal =>
  new Refusal(409, 'phones-in-use', {
    fr: 'Des téléphones servent encore ici. Reliez-les à un autre lieu, ou déclarez perdus ceux qui ne servent plus.',
    en: 'Phones are still in use here. Join them to another place, or report lost those that are used no more.',
  });

const inCareThere = (): Refusal =>
  new Refusal(409, 'in-care-there', {
    fr: 'Des enfants sont suivis ici. Lisez combien ils sont et où ils peuvent aller, puis cochez la case.',
    en: 'Children are in care here. Read how many they are and where they may go, then tick the box.',
  });

const closedAbove = (): Refusal =>
  new Refusal(409, 'place-above-closed', {
    fr: "Ce lieu se trouve dans un lieu fermé. Rouvrez d'abord celui-là.",
    en: 'This place lies in a place that is closed. Open that one again first.',
  });

const openBelow = (): Refusal =>
  new Refusal(409, 'places-below', {
    fr: "Des lieux ouverts se trouvent dans celui-ci. Fermez-les d'abord.",
    en: 'There are open places in this one. Close them first.',
  });
