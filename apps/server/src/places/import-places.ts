/** A list of places is tried or taken in: wholly, or not at all. */
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
  /** Only says what it would do. */
  dryRun: v.boolean(),
});

export type Imported = {
  /** Whether it was done. */
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

/** Every place with a code, for codes are unique in the whole country; only hers are looked at further. */
export const existingPlaces = async (
  tx: Transaction<Tables>,
  { grants }: Viewer,
): Promise<ReadonlyMap<string, Existing>> => {
  const rows = await tx.selectFrom('place').selectAll().execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isHers = (path: string): boolean => may(grants, 'write', 'places', path);
  const places = rows.map(({ parent_id: parent, dhis2_uid: dhis2Uid, closed_on, ...row }): Existing => {
    const above = byId.get(parent ?? '');
    const [hers, highest] = [isHers(row.path), above === undefined || !isHers(above.path)];
    return { ...row, parent, dhis2Uid, parentCode: above?.code ?? null, hers, highest, closed: closed_on !== null };
  });
  return new Map(places.flatMap((place) => (place.code === null ? [] : [[place.code, place]])));
};

const takeIn = async (tx: Transaction<Tables>, site: Site, viewer: Viewer, plan: ImportPlan): Promise<void> => {
  const by = viewer.account.id;
  const known = new Map<string, { readonly id: string; readonly path: string }>(await existingPlaces(tx, viewer));
  for (const { parentCode, ...described } of plan.create) {
    const place = await insertPlace(tx, known.get(parentCode) ?? null, described);
    // Somebody else took the code since the plan was made: nothing of the list is kept, and another try says where.
    if (place === null) throw codeTaken();
    known.set(described.code, place);
    await writeDown(tx, site, by, place.id, 'place-created', { kind: place.kind, name: place.name, imported: true });
  }
  for (const { id, name, dhis2Uid, latitude, longitude } of plan.update) {
    const values = { name, dhis2_uid: dhis2Uid, latitude, longitude };
    await tx.updateTable('place').set(values).where('id', '=', id).execute();
    await writeDown(tx, site, by, id, 'place-changed', { name, imported: true });
  }
};
