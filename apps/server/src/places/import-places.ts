/** Imports a list of places, or tries it without effect: all of it or nothing. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { notAllowed } from '../http/refusal.ts';
import { may, pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { codeTaken, insertPlace } from './create-place.ts';
import { readSheet, type SheetProblem } from './place-sheet.ts';
import { type Existing, type ImportPlan, planImport } from './plan-import.ts';

export const MOST_SHEET_BYTES = 4 * 1024 * 1024;

export const importRequest = v.object({
  csv: v.pipe(v.string(), v.maxLength(MOST_SHEET_BYTES)),
  /** Only reports what would be done. */
  dryRun: v.boolean(),
});

export type Imported = {
  /** Whether it was done; `false` after a trial and when there are problems. */
  readonly done: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly SheetProblem[];
};

export const importPlaces = (
  site: Site,
  viewer: Viewer,
  { csv, dryRun }: v.InferOutput<typeof importRequest>,
): Promise<Imported> => {
  if (pathsWhere(viewer.grants, 'write', 'places').length === 0) throw notAllowed();
  return site.db.transaction().execute(async (tx) => {
    const plan = planImport(readSheet(csv), await existingPlaces(tx, viewer));
    const done = !dryRun && plan.problems.length === 0;
    if (done) await takeIn(tx, site, viewer, plan);
    const { create, update, unchanged, problems } = plan;
    return { done, created: create.length, updated: update.length, unchanged, problems };
  });
};

/**
 * Every place with a code, by code, because codes are unique in the whole country; `hers` marks those that the viewer
 * may change.
 */
const existingPlaces = async (tx: Transaction<Tables>, { grants }: Viewer): Promise<ReadonlyMap<string, Existing>> => {
  const rows = await tx.selectFrom('place').selectAll().execute();
  const counted = await tx.selectFrom('place_population').selectAll().execute();
  const populations = new Map<string, Map<number, number>>();
  for (const { place_id: place, year, population } of counted) {
    populations.set(place, (populations.get(place) ?? new Map<number, number>()).set(year, population));
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isHers = (path: string): boolean => may(grants, 'write', 'places', path);
  const places = rows.map(({ parent_id: parent, dhis2_uid: dhis2Uid, closed_on, ...row }): Existing => {
    const above = byId.get(parent ?? '');
    const [hers, highest] = [isHers(row.path), above === undefined || !isHers(above.path)];
    const known = { closed: closed_on !== null, populations: populations.get(row.id) ?? new Map<number, number>() };
    return { ...row, ...known, parent, dhis2Uid, parentCode: above?.code ?? null, hers, highest };
  });
  return new Map(places.flatMap((place) => (place.code === null ? [] : [[place.code, place]])));
};

const takeIn = async (tx: Transaction<Tables>, site: Site, viewer: Viewer, plan: ImportPlan): Promise<void> => {
  const by = viewer.account.id;
  const known = new Map<string, { readonly id: string; readonly path: string }>(await existingPlaces(tx, viewer));
  for (const { parentCode, populations, ...described } of plan.create) {
    const place = await insertPlace(tx, known.get(parentCode) ?? null, described);
    // Somebody else took the code since the plan was made: the transaction is rolled back, and another try reports the
    // line.
    if (place === null) throw codeTaken();
    known.set(described.code, place);
    await writeDown(tx, site, by, place.id, 'place-created', { kind: place.kind, name: place.name, imported: true });
    await takePopulations(tx, site, by, place.id, populations);
  }
  for (const { id, name, dhis2Uid, latitude, longitude, populations } of plan.update) {
    const values = { name, dhis2_uid: dhis2Uid, latitude, longitude };
    await tx.updateTable('place').set(values).where('id', '=', id).execute();
    await writeDown(tx, site, by, id, 'place-changed', { name, imported: true });
    await takePopulations(tx, site, by, id, populations);
  }
};

const takePopulations = async (
  tx: Transaction<Tables>,
  site: Site,
  by: string,
  place: string,
  populations: ReadonlyMap<number, number>,
): Promise<void> => {
  if (populations.size === 0) return;
  await tx
    .insertInto('place_population')
    .values([...populations].map(([year, population]) => ({ place_id: place, year, population })))
    .onConflict((conflict) =>
      conflict.columns(['place_id', 'year']).doUpdateSet((is) => ({ population: is.ref('excluded.population') })),
    )
    .execute();
  const people = Object.fromEntries([...populations].map(([year, count]) => [String(year), count]));
  await writeDown(tx, site, by, place, 'place-population', { people, imported: true });
};
