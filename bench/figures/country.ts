/**
 * A country of centres with families, facts and figures. Some families are really folded and counted, in model centres;
 * every centre is a copy of two of these, so that a million families can be made in reasonable time.
 */
import { randomUUID } from 'node:crypto';
import type { Entry } from '@denba/records/entry';
import { facilityId } from '@denba/records/ids';
import { summariesOf } from '@denba/sync/receiving/fold-families';
import { rollUp } from '@denba/sync-server/figures/roll-up';
import { countPlace } from '@denba/sync-server/figures/up-to-date';
import { replaceSummaries, summaryRow } from '@denba/sync-server/summaries';
import { sql } from 'kysely';
import { NOW, type Portal } from './with-portal.ts';

const MODELS = 20;
const CENTRES_OF_DISTRICT = 20;
const DISTRICTS_OF_REGION = 5;

export const countryOf = async (
  { db, fold, figures }: Portal,
  entries: readonly Entry[],
  { centres, families }: { readonly centres: number; readonly families: number },
) => {
  const places = [{ id: 'pays', parent: null as string | null, kind: 'country', path: 'pays/' }];
  const regions = Math.ceil(centres / CENTRES_OF_DISTRICT / DISTRICTS_OF_REGION);
  for (let region = 0; region < regions; region += 1) {
    const path = `pays/region-${region}/`;
    places.push({ id: `region-${region}`, parent: 'pays', kind: 'region', path });
    for (let of = 0; of < DISTRICTS_OF_REGION; of += 1) {
      const district = region * DISTRICTS_OF_REGION + of;
      places.push({
        id: `district-${district}`,
        parent: `region-${region}`,
        kind: 'district',
        path: `${path}district-${district}/`,
      });
    }
  }
  for (let centre = 0; centre < centres; centre += 1) {
    const district = Math.floor(centre / CENTRES_OF_DISTRICT);
    const path = `pays/region-${Math.floor(district / DISTRICTS_OF_REGION)}/district-${district}/centre-${centre}/`;
    places.push({ id: `centre-${centre}`, parent: `district-${district}`, kind: 'health_centre', path });
  }
  await sql`
    INSERT INTO place (id, parent_id, kind, name, latitude, longitude, path)
    SELECT id, parent, kind, id, 12 + random(), -8 + random(), path
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS new (id text, parent text, kind text, path text)`.execute(
    db,
  );
  await sql`
    INSERT INTO place_population (place_id, year, population)
    SELECT id, year, 9000 FROM place, generate_series(2023, 2026) AS year WHERE kind = 'health_centre'`.execute(db);
  await models({ db, fold, figures }, entries, Math.ceil(families / 2));
  await copies(db, centres);
  await db.deleteFrom('family_summary').where('place_id', 'like', 'model-%').execute();
  for (const table of ['indicator_figure', 'figure_pending', 'figure_change', 'figure_state'] as const) {
    await db.deleteFrom(table).where('place_id', 'like', 'model-%').execute();
  }
  // Brings the database into the state of a server that received its last bundle some seconds ago.
  await rollUp(db);
  await sql`VACUUM figure_pending`.execute(db);
  await sql`ANALYZE`.execute(db);
  const { rows } = await sql<{ families: string; facts: string }>`
    SELECT count(*) AS families, sum(jsonb_array_length(facts)) AS facts FROM family_summary`.execute(db);
  return { families: Number(rows[0]?.families), facts: Number(rows[0]?.facts) };
};

/** Makes the model centres: places that no page shows, each with some of the folded families. */
const models = async (
  { db, fold, figures }: Pick<Portal, 'db' | 'fold' | 'figures'>,
  entries: readonly Entry[],
  families: number,
): Promise<void> => {
  const byFamily = new Map<string, Entry[]>();
  for (const entry of entries) byFamily.set(entry.family, [...(byFamily.get(entry.family) ?? []), entry]);
  const told = [...byFamily.values()];
  for (let model = 0; model < MODELS; model += 1) {
    const place = `model-${model}`;
    const own = Array.from({ length: families }, (_, at) => told[(model * families + at) % told.length] ?? []);
    // A repetition of a family gets an id of its own.
    const lives = own.flatMap((life, at) =>
      life.map((entry) => ({
        ...entry,
        family: `${entry.family}-${at}` as Entry['family'],
        facility: facilityId(place),
      })),
    );
    const rows = summariesOf(lives, fold).map((one) => summaryRow(place, one));
    await db.transaction().execute(async (tx) => {
      await replaceSummaries(tx as never, place, [], rows);
      await countPlace(tx as never, place, { ...figures, today: NOW.toISOString().slice(0, 10) });
    });
  }
};

const copies = async (db: Portal['db'], centres: number): Promise<void> => {
  const token = randomUUID().slice(0, 4);
  for (let centre = 0; centre < centres; centre += 1) {
    const place = `centre-${centre}`;
    for (const [half, model] of [`model-${centre % MODELS}`, `model-${(centre + 7) % MODELS}`].entries()) {
      await sql`
        INSERT INTO family_summary (place_id, family, families, entries, summary, facts)
        SELECT ${place}, family || ${`-${token}-${half}`}, families, entries, summary,
          replace(facts::text, ${model}, ${place})::jsonb
        FROM family_summary WHERE place_id = ${model}`.execute(db);
      await sql`
        INSERT INTO indicator_figure AS kept SELECT ${place}, indicator, month, stratum, value, denominator, numerator, unknown, total
        FROM indicator_figure WHERE place_id = ${model}
        ON CONFLICT (place_id, indicator, month, stratum, value) DO UPDATE
        SET denominator = kept.denominator + excluded.denominator, numerator = kept.numerator + excluded.numerator,
          unknown = kept.unknown + excluded.unknown, total = kept.total + excluded.total`.execute(db);
    }
    await sql`
      INSERT INTO figure_pending (place_id, cells)
      SELECT ${place}, jsonb_agg(to_jsonb(indicator_figure) - 'place_id') FROM indicator_figure
      WHERE place_id = ${place}`.execute(db);
    await sql`
      INSERT INTO figure_state SELECT ${place}, content, counted_on FROM figure_state WHERE place_id = 'model-0'`.execute(
      db,
    );
    await sql`INSERT INTO place_feed VALUES (${place}, 0)`.execute(db);
  }
};
