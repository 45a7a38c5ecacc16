/**
 * Figures and summaries rebuilt from entries are byte for byte those updated bundle by bundle, whichever families were
 * merged, and in whatever order they are read.
 */
import { randomUUID } from 'node:crypto';
import { localDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import { rollUp } from '@denba/sync-server/figures/roll-up';
import { addToFigures } from '@denba/sync-server/figures/write-figures';
import { rebuildPlace } from '@denba/sync-server/rebuild-place';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import { replaySummaries } from '@denba/sync-server/replay-summaries';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countByContent } from '../src/figures/count-by-content.ts';
import { foldForLists } from '../src/fold-for-lists.ts';
import { indicatorsOfTests, rulesOfTests } from './figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const [fold, figures] = [foldForLists(rulesOfTests), countByContent(indicatorsOfTests)];
const now = () => new Date('2026-06-15T12:00:00Z');
const today = '2026-06-15';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const FAMILIES = 5;
const nameOf = (number: number): string => `famille-${number}`;

const lived = (number: number, visits: number, place: string): FamilyLife => {
  const device = fakeDevice(`${place}-${number}`, { facility: facilityId(place) });
  const born = family(nameOf(number), { on: '2026-01-01', device })
    .mother()
    .bears({ on: '2026-01-05', birth_weight_g: 2100 })
    .assessed({ age_days: 10, weight_g: 2150, enrolment_decision: 'enrolled', as: 'enrolment' });
  return Array.from({ length: visits }).reduce<FamilyLife>(
    (life, _, at) => life.visit({ age_days: 17 + 7 * at, weight_g: 2300 + 150 * at }),
    born,
  );
};

/** Merges that one family records about another one, which may not exist here; some are undone. */
const arbitraryMerges = () =>
  fc.array(
    fc
      .record({ by: fc.nat(FAMILIES - 1), of: fc.nat(FAMILIES), undone: fc.boolean() })
      .filter(({ by, of }) => by !== of),
    { maxLength: 4 },
  );

const push = async (place: string, entries: readonly Entry[]): Promise<void> => {
  const device = entries[0]?.device as string;
  const made = '2026-06-15T09:00:00.000Z#0000' as Entry['recordedAt'];
  const bundle = readBundle(await writeBundle(entries, device, made, async () => new Uint8Array(64)));
  if (!bundle.ok) throw new Error(bundle.error.kind);
  const sender = { device, place, facilities: new Set([place]) };
  const answer = await receiveBundle({ db: database.db, fold, figures, now }, sender, bundle.value);
  expect(answer).toMatchObject({ quarantined: [] });
};

const standing = async (place: string) => {
  const rows = async (table: string): Promise<readonly string[]> =>
    (await database.pool.query(`SELECT t::text AS row FROM ${table} AS t WHERE place_id = $1 ORDER BY 1`, [place])).rows
      .map(({ row }: { readonly row: string }) => row)
      // A cell whose additions were all subtracted again stays as an empty row.
      .filter((row) => !row.endsWith(',0,0,0,0)'));
  return {
    summaries: await rows('family_summary'),
    figures: await rows('indicator_figure'),
    state: await rows('figure_state'),
  };
};

it('gives what was kept up bundle by bundle, whoever was merged', async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(6), { minLength: FAMILIES, maxLength: FAMILIES }),
      arbitraryMerges(),
      fc.integer({ min: 1, max: 12 }),
      async (visits, merges, atOnce) => {
        const place = randomUUID();
        await database.db
          .insertInto('place')
          .values({ id: place, parent_id: null, kind: 'health_centre', name: place, path: `${place}/` })
          .execute();
        const lives = visits.map((many, number) => lived(number, many, place));
        for (const [at, { by, of, undone }] of merges.entries()) {
          const life = lives[by]?.mergesFamily(nameOf(of), { on: '2026-06-01', as: `merge-${at}` });
          if (life === undefined) throw new Error('nobody merges');
          lives[by] = undone ? life.undoesMerge(`merge-${at}`, { on: '2026-06-02' }) : life;
        }
        for (const { entries } of lives) {
          const half = Math.ceil(entries.length / 2);
          await push(place, entries.slice(0, half));
          if (half < entries.length) await push(place, entries.slice(half));
        }
        const kept = await standing(place);
        const { pool } = database;
        await pool.query("UPDATE family_summary SET facts = '[]' WHERE place_id = $1 AND family < 'famille-3'", [
          place,
        ]);
        await pool.query('UPDATE indicator_figure SET total = total + 1 WHERE place_id = $1', [place]);
        await pool.query("UPDATE figure_state SET content = 'older' WHERE place_id = $1", [place]);
        await rebuildPlace(database.db, place, { fold, figures: { ...figures, today }, atOnce });
        expect(await standing(place)).toEqual(kept);
        expect((await replaySummaries(database.db, place, { fold, write: false })).differences).toEqual([]);
        merged += kept.summaries.length < FAMILIES ? 1 : 0;
      },
    ),
    { numRuns: 30 },
  );
  expect(merged).toBeGreaterThan(5);
});

const withFamilies = async (): Promise<{ readonly place: string; readonly above: string }> => {
  const [place, above] = [randomUUID(), randomUUID()];
  await database.db
    .insertInto('place')
    .values([
      { id: above, parent_id: null, kind: 'district', name: above, path: `${above}/` },
      { id: place, parent_id: above, kind: 'health_centre', name: place, path: `${above}/${place}/` },
    ])
    .execute();
  for (const number of [1, 2, 3]) await push(place, lived(number, 3, place).entries);
  return { place, above };
};

const again = (place: string): Promise<void> =>
  rebuildPlace(database.db, place, { fold, figures: { ...figures, today }, atOnce: 6 });

it('puts right whatever stands wrong, and takes away what is too much, here and in the sums above', async () => {
  const { place, above } = await withFamilies();
  const { db, pool } = database;
  const sumsAbove = async (): Promise<readonly string[]> => {
    await rollUp(db as never);
    const { rows } = await pool.query('SELECT t::text AS row FROM figure_below AS t WHERE place_id = $1', [above]);
    return rows
      .map(({ row }) => row as string)
      .filter((row) => !row.endsWith(',0,0,0,0)'))
      .toSorted();
  };
  const waiting = async () =>
    (await pool.query('SELECT on_day::text, family FROM figure_change WHERE place_id = $1 ORDER BY 1, 2', [place]))
      .rows;
  const [kept, keptAbove, keptWaiting] = [await standing(place), await sumsAbove(), await waiting()];
  expect(keptAbove.length).toBeGreaterThan(10);
  await pool.query("UPDATE family_summary SET facts = '[]' WHERE place_id = $1 AND family = 'famille-1'", [place]);
  await pool.query("DELETE FROM family_summary WHERE place_id = $1 AND family = 'famille-2'", [place]);
  // The same number in other bytes.
  await pool.query(
    "UPDATE family_summary SET summary = jsonb_set(summary, '{problems}', '0.0') WHERE place_id = $1 AND family = 'famille-3'",
    [place],
  );
  await pool.query(
    "INSERT INTO family_summary SELECT place_id, 'nobody', '{nobody}', 1, summary, facts FROM family_summary WHERE place_id = $1 LIMIT 1",
    [place],
  );
  await pool.query("INSERT INTO figure_change VALUES ($1, '2027-01-01', 'nobody')", [place]);
  const { rows: cells } = await pool.query(
    'SELECT indicator, month, stratum, value FROM indicator_figure WHERE place_id = $1 ORDER BY 1, 2, 3, 4 LIMIT 1',
    [place],
  );
  const wrong = { denominator: 2, numerator: 1, unknown: 0, total: 3 };
  const tooMuch = { indicator: 'ANC.01', month: '1999-01', stratum: '', value: 'nothing', ...wrong };
  await db.transaction().execute((tx) => addToFigures(tx as never, place, [{ ...cells[0], ...wrong }, tooMuch]));
  expect(await sumsAbove()).not.toEqual(keptAbove);
  await again(place);
  expect(await standing(place)).toEqual(kept);
  expect(await waiting()).toEqual(keptWaiting);
  expect(await sumsAbove()).toEqual(keptAbove);
  const { rowCount } = await pool.query("SELECT FROM indicator_figure WHERE place_id = $1 AND month = '1999-01'", [
    place,
  ]);
  expect(rowCount).toBe(0);
});

it('writes nothing but what is wrong', async () => {
  const { place } = await withFamilies();
  const { pool } = database;
  const writtenBy = async (table: string): Promise<readonly string[]> =>
    (await pool.query(`SELECT xmin || ' ' || t::text AS row FROM ${table} AS t WHERE place_id = $1`, [place])).rows
      .map(({ row }) => row as string)
      .filter((row) => !row.endsWith(',0,0,0,0)'))
      .toSorted();
  const all = async () => ({
    summaries: await writtenBy('family_summary'),
    cells: await writtenBy('indicator_figure'),
  });
  const before = await all();
  await again(place);
  expect(await all()).toEqual(before);
  await pool.query("UPDATE family_summary SET entries = 99 WHERE place_id = $1 AND family = 'famille-2'", [place]);
  await again(place);
  const after = await all();
  expect(after.cells).toEqual(before.cells);
  expect(after.summaries.filter((row) => before.summaries.includes(row))).toHaveLength(2);
});

it('leaves what stands when an entry cannot be read, and says so', async () => {
  const place = randomUUID();
  await database.db
    .insertInto('place')
    .values({ id: place, parent_id: null, kind: 'health_centre', name: place, path: `${place}/` })
    .execute();
  await push(place, lived(1, 3, place).entries);
  const kept = await standing(place);
  await database.pool.query("UPDATE entry SET body = '\\x007b7d' WHERE place_id = $1 AND position = 2", [place]);
  const again = rebuildPlace(database.db, place, { fold, figures: { ...figures, today: localDate(today) } });
  await expect(again).rejects.toThrow('cannot be read');
  expect(await standing(place)).toEqual(kept);
});
