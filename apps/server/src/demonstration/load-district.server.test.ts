/**
 * Loads a small district into a real database: joining, replaying and verifying give what real phones would have left.
 */

import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { localDate } from '@denba/quantities/local-date';
import { type Entry, parseEntry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { HOSPITAL } from '@denba/scenario/district/district-places';
import { fromBody } from '@denba/sync-server/body';
import type { FigureCount } from '@denba/sync-server/figures/figures';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledMami } from '../../../../testing/protocols/test/compiled-mami.ts';
import { districtMaker } from '../../../../tools/district/district-maker.ts';
import { inThisThread, makeDistrict } from '../../../../tools/district/make-district.ts';
import { indicatorsOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { testPhone } from '../../test/test-phone.ts';
import { verifyEveryAudit } from '../audit/verify-every-audit.ts';
import { createApp } from '../create-app.ts';
import { makeJoinCode } from '../devices/join-codes.ts';
import { countByContent } from '../figures/count-by-content.ts';
import { foldForLists } from '../fold-for-lists.ts';
import { replayEveryPlace } from '../replay-every-place.ts';
import { addDemonstration, demonstrationPlaces } from './add-demonstration.ts';
import type { DistrictLoad, LoadedFeed } from './district-load.ts';
import { isDistrictLoaded, loadDistrict } from './load-district.ts';

const now = () => new Date('2026-11-26T09:00:00Z');
const protocol = compiledMami;
const CENTRE = 'demo-dialakoroba';

let database: TestDatabase;
let server: FastifyInstance;
let district: DistrictLoad & { readonly feeds: readonly LoadedFeed[] };

/** The phones of this centre meet the server every three weeks. */
const LATE = 'demo-nioumamakana';
const [STOCK, SCREENS] = ['MAMI.IND.28', 'DQ.01'];

const receivedUntil = async (place: string, at: Date): Promise<readonly Entry[]> => {
  const { rows } = await database.pool.query<{ body: Buffer }>(
    'SELECT body FROM entry WHERE place_id = $1 AND received_at < $2 ORDER BY position',
    [place, at],
  );
  return rows.flatMap(({ body }) => {
    const parsed = parseEntry(JSON.parse(fromBody(body)));
    return parsed.ok ? [parsed.value] : [];
  });
};

const frozen = async (place: string, month: string, stratum: string): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<Parameters<typeof inOneLine>[0]>(
    'SELECT * FROM figure_frozen WHERE place_id = $1 AND month = $2 AND stratum = $3',
    [place, month, stratum],
  );
  return rows.map(inOneLine).sort();
};

type Line = Pick<FigureCount, 'indicator' | 'value'> &
  Readonly<Record<'denominator' | 'numerator' | 'unknown' | 'total', unknown>>;

const inOneLine = ({ indicator, value, denominator, numerator, unknown, total }: Line): string =>
  `${indicator} ${value}: ${denominator} ${numerator} ${unknown} ${total}`;

const count = async (sql: string, ...values: readonly unknown[]): Promise<number> =>
  Number((await database.pool.query<{ n: string }>(sql, [...values])).rows[0]?.n);

beforeAll(async () => {
  database = await testDatabase();
  await addDemonstration(database.db, now());
  server = createApp({ db: database.db, fold: foldForLists(followUpRules(protocol)), now, log: () => {} });
  const settings = { seed: 'server', lastDay: localDate('2026-11-25'), size: 0.08 };
  const whole = await makeDistrict(settings, [inThisThread(districtMaker(protocol, settings, indicatorsOfTests))]);
  const feeds: LoadedFeed[] = [];
  for await (const feed of whole.feeds) feeds.push(feed);
  district = { ...whole, feeds };
  await loadDistrict(database.db, district, now());
});
afterAll(async () => {
  await server.close();
  await database.end();
});

describe('a district that was loaded', () => {
  it('has places for a map, with the people of each year; those that were there stay', async () => {
    const centres =
      "SELECT count(*) AS n FROM place WHERE kind = 'health_centre' AND latitude IS NOT NULL AND name LIKE '%(simulé)'";
    expect(await count(centres)).toBe(30);
    expect(await count('SELECT count(DISTINCT place_id) AS n FROM place_population')).toBe(30);
    const names = new Map(district.places.map(({ id, name, kind }) => [id, `${kind} ${name}`]));
    for (const { id, name, kind } of demonstrationPlaces) expect(names.get(id)).toBe(`${kind} ${name}`);
  });

  it('is what replaying every place gives', async () => {
    let families = 0;
    for await (const { differences, families: of } of replayEveryPlace(database.db, { protocol, write: false })) {
      expect(differences).toEqual([]);
      families += of;
    }
    expect(families).toBeGreaterThan(150);
  });

  it('says in the audit of every place that it was loaded, in a whole chain', async () => {
    expect((await verifyEveryAudit(database.db)).problems).toEqual([]);
    const loaded = "SELECT count(*) AS n FROM audit WHERE actor = 'demonstration' AND act = 'loaded'";
    expect(await count(loaded)).toBe(district.feeds.length);
  });

  it('is pulled by a phone that joins, in whole logs that fold', async () => {
    const phone = await testPhone(server, CENTRE);
    await phone.join(await makeJoinCode(database.db, { place: CENTRE, madeBy: 'test', now: now() }));
    const { body } = await phone.pull();
    const entries = body
      .trim()
      .split('\n')
      .flatMap((line): Entry[] => {
        const { entry } = JSON.parse(line) as { readonly entry?: unknown };
        const parsed = parseEntry(typeof entry === 'string' ? JSON.parse(entry) : entry);
        return parsed.ok ? [parsed.value] : [];
      });
    expect(entries).toHaveLength(await count('SELECT count(*) AS n FROM entry WHERE place_id = $1', CENTRE));
    for (const { device_id, head, acknowledged } of (
      await database.pool.query<{ device_id: string; head: Buffer; acknowledged: string }>(
        'SELECT device_id, head, acknowledged FROM device_log WHERE place_id = $1 AND head IS NOT NULL',
        [CENTRE],
      )
    ).rows) {
      const log = entries.filter(({ device }) => device === device_id);
      const end = { device: device_id, seq: Number(acknowledged), hash: head.toString('hex') };
      expect(verifyLog(device_id as Entry['device'], log, end as Parameters<typeof verifyLog>[2])).toEqual([]);
    }
    for (const { problems } of foldFamilies(entries).values()) expect(problems).toEqual([]);
  });

  it('takes what a phone of such a centre records next', async () => {
    const phone = await testPhone(server, CENTRE);
    await phone.join(await makeJoinCode(database.db, { place: CENTRE, madeBy: 'test', now: now() }));
    const before = await count('SELECT count(*) AS n FROM entry WHERE place_id = $1', CENTRE);
    phone.save(`${CENTRE}-001`, { transfer: 'temporary' });
    expect((await phone.push(await phone.bundle())).statusCode).toBe(200);
    expect(await count('SELECT count(*) AS n FROM entry WHERE place_id = $1', CENTRE)).toBe(before + 1);
  });

  it('gives the hospital the whole past of the families that were sent to it, and both know of each other', async () => {
    const shared = 'SELECT family, other_place_id FROM circle WHERE place_id = $1';
    const { rows } = await database.pool.query<{ family: string; other_place_id: string }>(shared, [HOSPITAL]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { family, other_place_id: centre } of rows) {
      const entriesAt = 'SELECT count(*) AS n FROM entry WHERE place_id = $1 AND family = $2';
      expect(await count(entriesAt, HOSPITAL, family)).toBe(await count(entriesAt, centre, family));
      const known = 'SELECT count(*) AS n FROM circle WHERE place_id = $1 AND family = $2 AND other_place_id = $3';
      expect(await count(known, centre, family, HOSPITAL)).toBe(1);
    }
  });

  it.each([CENTRE, LATE, HOSPITAL])(
    'has closed the months of %s with what had been received by then',
    async (place) => {
      const { rows: months } = await database.pool.query<{ month: string; at: Date }>(
        'SELECT month, closed_at AS at FROM month_closed WHERE place_id = $1 ORDER BY month',
        [place],
      );
      expect(months.map(({ month }) => month)).toContain('2026-10');
      expect(months.find(({ month }) => month === '2026-10')?.at.toISOString()).toBe('2026-11-15T00:00:00.000Z');
      const fold = foldForLists(followUpRules(protocol));
      for (const { month, at } of months.filter((_, which) => which % 2 === 0)) {
        const sums = countByContent(indicatorsOfTests).sums();
        for (const { facts } of fold(await receivedUntil(place, at)).values()) {
          sums.add(facts, at.toISOString().slice(0, 10), new Set([place]));
        }
        const counted = sums.counts().filter((one) => one.month === month && one.stratum === '');
        expect(await frozen(place, month, '')).toEqual(counted.map(inOneLine).sort());
        const stock = sums
          .counts()
          .filter((one) => one.indicator === STOCK && one.month <= month && one.stratum === '');
        const inCare = stock.reduce((sum, { numerator }) => sum + numerator, 0);
        const [kept] = (await frozen(place, month, 'stock')).filter((line) => line.startsWith(STOCK));
        expect(kept ?? `${STOCK} : 0 0 0 0`).toBe(`${STOCK} : 0 ${inCare} 0 0`);
      }
    },
  );

  it('shows late entries: what is counted today is more than what some month was closed with', async () => {
    const fold = foldForLists(followUpRules(protocol));
    const sums = countByContent(indicatorsOfTests).sums();
    for (const { facts } of fold(await receivedUntil(LATE, now())).values())
      sums.add(facts, '2026-11-26', new Set([LATE]));
    const moved = await Promise.all(
      district.feeds[0]?.closed.map(async ({ month }) => {
        const living = sums
          .counts()
          .filter((one) => one.month === month && one.stratum === '' && one.indicator === SCREENS);
        const then = (await frozen(LATE, month, '')).filter((line) => line.startsWith(`${SCREENS} `));
        return living.map(inOneLine).join() !== then.join();
      }) ?? [],
    );
    expect(moved).toContain(true);
    expect(moved).toContain(false);
  });

  it('is not loaded a second time', async () => {
    const entries = await count('SELECT count(*) AS n FROM entry');
    expect(await isDistrictLoaded(database.db, HOSPITAL)).toBe(true);
    expect(await loadDistrict(database.db, district, now())).toBeNull();
    expect(await count('SELECT count(*) AS n FROM entry')).toBe(entries);
  });
});

it('leaves nothing behind when its makers are stopped in the middle, and loads then', async () => {
  const other = await testDatabase();
  const stopped = async function* () {
    yield* district.feeds.slice(0, 3);
    throw new Error('the makers were stopped');
  };
  await expect(loadDistrict(other.db, { ...district, feeds: stopped() }, now())).rejects.toThrow('stopped');
  expect((await other.pool.query('SELECT 1 FROM entry')).rows).toEqual([]);
  const loaded = await loadDistrict(other.db, district, now());
  expect(loaded?.map(({ place }) => place)).toEqual(district.feeds.map(({ place }) => place));
  await other.end();
});
