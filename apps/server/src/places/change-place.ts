/** Renames a place, or sets the number of people who live there. What the place recorded stays with it. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { closedOn } from './close-place.ts';
import { placeTo } from './known-place.ts';
import { placeName } from './place-shape.ts';

export type PlaceState = {
  /** Day of closing; `null`: it is open. */
  readonly closedOn: string | null;
  /** Newest year first. */
  readonly populations: readonly { readonly year: number; readonly people: number }[];
};

/** The caller has checked that the viewer sees the place. */
export const readPlaceState = async (db: Kysely<Tables>, id: string): Promise<PlaceState> => {
  const populations = await db
    .selectFrom('place_population')
    .select(['year', 'population as people'])
    .where('place_id', '=', id)
    .orderBy('year', 'desc')
    .execute();
  return { closedOn: await closedOn(db, id), populations };
};

/** The field is called `placeName` because another form of the same page has a field `name`. */
export const newName = v.object({ placeName });

export const renamePlace = async (
  site: Site,
  viewer: Viewer,
  id: string,
  { placeName: name }: v.InferOutput<typeof newName>,
): Promise<void> => {
  const place = await placeTo(site.db, viewer, 'write', 'places', id);
  if (place.name === name) return;
  await site.db.transaction().execute(async (tx) => {
    await tx.updateTable('place').set({ name }).where('id', '=', id).execute();
    await writeDown(tx, site, viewer.account.id, id, 'place-changed', { name, before: place.name });
  });
};

const number = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.replaceAll(/[\s\u00a0\u202f]/g, '')),
    v.regex(/^\d{1,12}$/),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );

export const population = v.object({
  year: number(1990, 2100),
  /** Empty: the year is removed. Digits may be grouped by spaces. */
  people: v.union([v.pipe(v.string(), v.trim(), v.literal('')), number(1, 2_000_000_000)]),
});

export const setPopulation = async (
  site: Site,
  viewer: Viewer,
  id: string,
  { year, people }: v.InferOutput<typeof population>,
): Promise<void> => {
  await placeTo(site.db, viewer, 'write', 'places', id);
  await site.db.transaction().execute(async (tx) => {
    if (people === '') {
      await tx.deleteFrom('place_population').where('place_id', '=', id).where('year', '=', year).execute();
    } else {
      await tx
        .insertInto('place_population')
        .values({ place_id: id, year, population: people })
        .onConflict((conflict) => conflict.columns(['place_id', 'year']).doUpdateSet({ population: people }))
        .execute();
    }
    const said = people === '' ? null : people;
    await writeDown(tx, site, viewer.account.id, id, 'place-population', { year, people: said });
  });
};
