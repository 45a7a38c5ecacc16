/**
 * Imports outlines, or tries them without effect: reports those that match a place, and lists the others with a remedy.
 */
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { notAllowed } from '../http/refusal.ts';
import { may, pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { liesNear, type Position } from './lies-near.ts';
import { type OutlineProblem, outlineProblem } from './outline-words.ts';
import { type OutlineFeature, type Ring, readGeojson } from './read-geojson.ts';
import { simplifyRing } from './simplify-ring.ts';

export type ImportedOutlines = {
  /** Whether they were stored; `false` after a trial. */
  readonly done: boolean;
  /** Names of the places that have, or would get, their outline. */
  readonly places: readonly string[];
  readonly problems: readonly (OutlineProblem & { readonly name: string | null })[];
};

type Known = {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly dhis2: string | null;
  /** Positions of the place itself and of all places below it. */
  readonly positions: readonly Position[];
};

/**
 * Matching outlines are imported even if others fail: the layer of a whole country has shapes of places that the viewer
 * does not manage.
 */
export const importOutlines = (
  site: Site,
  viewer: Viewer,
  { geojson, dryRun }: { readonly geojson: string; readonly dryRun: boolean },
): Promise<ImportedOutlines> => {
  if (pathsWhere(viewer.grants, 'write', 'places').length === 0) throw notAllowed();
  const { features, problems } = readGeojson(geojson);
  return site.db.transaction().execute(async (tx) => {
    const known = await hers(tx, viewer);
    const { matched, unmatched } = match(features, known);
    const done = !dryRun && matched.length > 0;
    if (done) for (const { place, rings } of matched) await keep(tx, site, viewer, place, rings);
    return {
      done,
      places: matched.map(({ place }) => place.name),
      problems: [...problems.map((one) => ({ ...one, name: null })), ...unmatched],
    };
  });
};

const hers = async (tx: Transaction<Tables>, { grants }: Viewer): Promise<readonly Known[]> => {
  const rows = await tx
    .selectFrom('place')
    .select(['id', 'name', 'code', 'dhis2_uid as dhis2', 'path', 'latitude', 'longitude'])
    .execute();
  const positions = new Map<string, Position[]>();
  for (const { path, latitude, longitude } of rows) {
    if (latitude === null || longitude === null) continue;
    for (const id of path.split('/').slice(0, -1)) {
      const known = positions.get(id);
      if (known === undefined) positions.set(id, [{ latitude, longitude }]);
      else known.push({ latitude, longitude });
    }
  }
  return rows
    .filter(({ path }) => may(grants, 'write', 'places', path))
    .map((row) => ({ ...row, positions: positions.get(row.id) ?? [] }));
};

const match = (features: readonly OutlineFeature[], places: readonly Known[]) => {
  const byName = new Map(
    places.flatMap((place) =>
      [place.dhis2, place.id, place.code].flatMap((name) => (name === null ? [] : [[name, place] as const])),
    ),
  );
  const matched: { readonly place: Known; readonly rings: readonly Ring[] }[] = [];
  const unmatched: (OutlineProblem & { readonly name: string | null })[] = [];
  for (const { number, names, rings } of features) {
    const name = names[0] ?? null;
    const place = names.map((one) => byName.get(one)).find((one) => one !== undefined);
    const simple = rings.map(simplifyRing).filter((ring) => ring.length > 0);
    if (place === undefined) unmatched.push({ ...outlineProblem('no-place', number), name });
    else if (matched.some((one) => one.place === place)) unmatched.push({ ...outlineProblem('twice', number), name });
    else if (simple.length === 0) unmatched.push({ ...outlineProblem('not-polygon', number), name });
    else if (!liesNear(simple, place.positions)) unmatched.push({ ...outlineProblem('far', number), name });
    else matched.push({ place, rings: simple });
  }
  return { matched, unmatched };
};

const keep = async (tx: Transaction<Tables>, site: Site, viewer: Viewer, place: Known, rings: readonly Ring[]) => {
  const kept = { rings: JSON.stringify(rings), brought_by: viewer.account.id, brought_at: site.now() };
  await tx
    .insertInto('place_outline')
    .values({ place_id: place.id, ...kept })
    .onConflict((conflict) => conflict.column('place_id').doUpdateSet(kept))
    .execute();
  await writeDown(tx, site, viewer.account.id, place.id, 'place-outlined', { rings: rings.length });
};
