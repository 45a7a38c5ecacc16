/**
 * Gives a published draft to places from a day on, and withdraws it: the places then have again the protocol they had
 * before.
 */
import { randomUUID } from 'node:crypto';
import { parseLocalDate } from '@denba/quantities/local-date';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Place, placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';
import { draftTo } from './draft-store.ts';

export type Giving = {
  readonly id: string;
  readonly place: string;
  readonly placeName: string;
  /** YYYY-MM-DD. */
  readonly fromDay: string;
  readonly withdrawnAt: Date | null;
};

/** Newest first. */
export const givingsOf = async (db: Kysely<Tables>, draft: string): Promise<readonly Giving[]> => {
  const rows = await db
    .selectFrom('draft_giving')
    .innerJoin('place', 'place.id', 'draft_giving.place_id')
    .select(['draft_giving.id', 'draft_giving.place_id', 'place.name', 'withdrawn_at'])
    .select(sql<string>`from_day::text`.as('from_day'))
    .where('draft_id', '=', draft)
    .orderBy('given_at', 'desc')
    .orderBy('draft_giving.id')
    .execute();
  return rows.map(({ id, place_id: place, name: placeName, from_day: fromDay, withdrawn_at: withdrawnAt }) => ({
    id,
    place,
    placeName,
    fromDay,
    withdrawnAt,
  }));
};

/** Throws a `Refusal`, and gives it to no place, when one of the places is not allowed or the day is in the past. */
export const giveDraft = async (
  site: Site,
  viewer: Viewer,
  id: string,
  { places, from }: { readonly places: readonly string[]; readonly from: string },
): Promise<void> => {
  const { pack } = await draftTo(site.db, viewer, 'read', id);
  if (pack === null) throw notPublished();
  const day = parseLocalDate(from);
  const today = site.now().toISOString().slice(0, 10);
  if (!day.ok || day.value < today) throw dayWrong();
  if (places.length === 0) throw noPlace();
  const known: Place[] = [];
  for (const place of places) known.push(await placeTo(site.db, viewer, 'give', 'packs', place));
  await site.db.transaction().execute(async (tx) => {
    for (const place of known) {
      await tx
        .insertInto('draft_giving')
        .values({
          id: randomUUID(),
          draft_id: id,
          place_id: place.id,
          pack_id: pack,
          from_day: day.value,
          given_by: viewer.account.id,
          given_at: site.now(),
          withdrawn_by: null,
          withdrawn_at: null,
        })
        .execute();
      const detail = { pack, draft: id, from: day.value };
      await writeDown(tx, site, viewer.account.id, place.id, 'pack-given', detail);
    }
  });
};

export const withdrawGiving = async (site: Site, viewer: Viewer, draft: string, giving: string): Promise<void> => {
  await draftTo(site.db, viewer, 'read', draft);
  const row = await site.db
    .selectFrom('draft_giving')
    .select(['place_id', 'pack_id'])
    .where('id', '=', giving)
    .where('draft_id', '=', draft)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  const place = await placeTo(site.db, viewer, 'give', 'packs', row.place_id);
  await site.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('draft_giving')
      .set({ withdrawn_by: viewer.account.id, withdrawn_at: site.now() })
      .where('id', '=', giving)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await writeDown(tx, site, viewer.account.id, place.id, 'pack-withdrawn', { pack: row.pack_id, draft });
  });
};

const notPublished = (): Refusal =>
  new Refusal(409, 'draft-not-published', {
    fr: 'Ce projet n’est pas publié : deux personnes doivent d’abord l’approuver.',
    en: 'This draft is not published: two people have to approve it first.',
  });

const dayWrong = (): Refusal =>
  new Refusal(422, 'giving-day', {
    fr: 'Choisissez aujourd’hui ou un jour à venir.',
    en: 'Choose today or a day to come.',
  });

const noPlace = (): Refusal =>
  new Refusal(422, 'giving-place', { fr: 'Choisissez au moins un lieu.', en: 'Choose at least one place.' });
