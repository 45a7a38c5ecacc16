import { randomUUID } from 'node:crypto';
import type { Entry } from '@denba/records/entry';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { type Bundle, readBundle, writeBundle } from '@denba/sync/bundle';
import { replaySummaries } from '@denba/sync-server/replay-summaries';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { indicatorsOfTests, rulesOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { countByContent } from '../figures/count-by-content.ts';
import { keepFigures } from '../figures/keep-figures.ts';
import { foldForLists } from '../fold-for-lists.ts';
import { type RecordThreads, recordThreads } from './record-threads.ts';
import { recordWork } from './record-work.ts';

const NOW = new Date('2026-06-15T12:00:00Z');
const [fold, figures] = [foldForLists(rulesOfTests), countByContent(indicatorsOfTests)];
const given = { careRules: rulesOfTests, indicators: indicatorsOfTests };

let database: TestDatabase;
let threads: RecordThreads;
beforeAll(async () => {
  database = await testDatabase();
  threads = recordThreads(
    { ...given, databaseUrl: database.url },
    2,
    () => NOW,
    () => {},
  );
});
afterAll(async () => {
  await threads.end();
  await database.end();
});

const aPlace = async (): Promise<string> => {
  const place = randomUUID();
  await database.db
    .insertInto('place')
    .values({ id: place, parent_id: null, kind: 'health_centre', name: place, path: `${place}/` })
    .execute();
  return place;
};

/** The bundles that a phone of the place sends. */
const bundlesOf = async (place: string, told = place): Promise<readonly Bundle[]> => {
  const device = fakeDevice(`${place}-phone`, { facility: facilityId(place) });
  const { entries } = [10, 17, 24, 31, 38].reduce(
    (life, age_days) => life.visit({ age_days, weight_g: 2000 + 30 * age_days }),
    family(told, { on: '2026-01-01', device })
      .mother()
      .bears({ on: '2026-01-05', birth_weight_g: 2100 })
      .assessed({ age_days: 9, weight_g: 2150, enrolment_decision: 'enrolled' }),
  );
  const made = '2026-06-15T09:00:00.000Z#0000' as Entry['recordedAt'];
  const bundles: Bundle[] = [];
  for (let at = 0; at < entries.length; at += 3) {
    const text = await writeBundle(entries.slice(at, at + 3), device.log.device, made, async () => new Uint8Array(64));
    const bundle = readBundle(text);
    if (!bundle.ok) throw new Error(bundle.error.kind);
    bundles.push(bundle.value);
  }
  return bundles;
};

const senderOf = (place: string) => ({ device: `${place}-phone`, place, facilities: new Set([place]) });

/** Waits until nothing is left to fold, which happens without a request. */
const folded = (): Promise<void> =>
  vi.waitFor(
    async () => {
      const { rows } = await database.pool.query('SELECT FROM family_to_fold');
      expect(rows).toHaveLength(0);
    },
    { timeout: 30_000, interval: 20 },
  );

/** Stored rows of the place, with its id replaced by a common one. */
const standing = async (place: string): Promise<readonly string[]> => {
  const tables = ['family_summary', 'indicator_figure', 'figure_state', 'device_log'];
  const rows = await Promise.all(
    tables.map((table) => database.pool.query(`SELECT t::text AS row FROM ${table} AS t WHERE place_id = $1`, [place])),
  );
  return rows
    .flatMap(({ rows: own }) => own.map(({ row }: { readonly row: string }) => row.replaceAll(place, 'centre')))
    .toSorted();
};

it('take in what many places send at once, and keep what one thread alone would keep', async () => {
  const places = await Promise.all(Array.from({ length: 6 }, aPlace));
  await Promise.all(
    places.map(async (place) => {
      for (const bundle of await bundlesOf(place, 'keita')) {
        expect(await threads.receive(senderOf(place), bundle, NOW)).toMatchObject({ quarantined: [] });
      }
    }),
  );
  await folded();
  for (const place of places) {
    const alone = await aPlace();
    const { receive } = recordWork({ db: database.db, fold, figures });
    for (const bundle of await bundlesOf(alone, 'keita')) await receive(senderOf(alone), bundle, NOW);
    const withoutHeads = (rows: readonly string[]) => rows.filter((row) => !row.includes('phone'));
    expect(withoutHeads(await standing(place))).toEqual(withoutHeads(await standing(alone)));
    expect((await replaySummaries(database.db, place, { fold, write: false })).differences).toEqual([]);
  }
});

it('answer what a bundle is refused for, and what failed, without ending', async () => {
  const place = await aPlace();
  const [first, second] = await bundlesOf(place);
  if (first === undefined || second === undefined) throw new Error('no bundles');
  expect(await threads.receive(senderOf(place), second, NOW)).toEqual({ kind: 'gap', acknowledged: 0 });
  await expect(threads.rebuild(place, 'no day')).rejects.toThrow(/date/);
  expect(await threads.receive(senderOf(place), first, NOW)).toMatchObject({ acknowledged: 3 });
});

it('make every place of an older release again, side by side', async () => {
  const places = await Promise.all(Array.from({ length: 5 }, aPlace));
  for (const place of places) {
    for (const bundle of await bundlesOf(place)) await threads.receive(senderOf(place), bundle, NOW);
  }
  await folded();
  const right = await Promise.all(places.map(standing));
  await database.pool.query("UPDATE figure_state SET content = 'older'");
  await database.pool.query("UPDATE family_summary SET facts = '[]'");
  await keepFigures(database.db, { figures, work: threads, atOnce: 2 }, NOW);
  expect(await Promise.all(places.map(standing))).toEqual(right);
});

it('that cannot start say so to whoever asks', async () => {
  const broken = recordThreads(
    { ...given, careRules: null as never, databaseUrl: 'postgres://127.0.0.1:1/none' },
    1,
    () => NOW,
    () => {},
  );
  await expect(broken.rebuild('nowhere', '2026-06-15')).rejects.toThrow();
  await broken.end();
});
