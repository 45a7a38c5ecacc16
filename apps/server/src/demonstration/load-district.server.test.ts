/** A small district in a real database: whoever joins, replays or verifies finds what phones would have left. */

import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { localDate } from '@denba/quantities/local-date';
import { type Entry, parseEntry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { HOSPITAL } from '@denba/scenario/district/district-places';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mamiFiles } from '../../../../testing/protocols/read-mami.ts';
import { districtMaker } from '../../../../tools/district/district-maker.ts';
import { inThisThread, makeDistrict } from '../../../../tools/district/make-district.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { testPhone } from '../../test/test-phone.ts';
import { verifyEveryAudit } from '../audit/verify-every-audit.ts';
import { createApp } from '../create-app.ts';
import { makeJoinCode } from '../devices/join-codes.ts';
import { foldForLists } from '../fold-for-lists.ts';
import { replayEveryPlace } from '../replay-every-place.ts';
import { addDemonstration, demonstrationPlaces } from './add-demonstration.ts';
import type { DistrictLoad } from './district-load.ts';
import { isDistrictLoaded, loadDistrict } from './load-district.ts';

const now = () => new Date('2026-11-26T09:00:00Z');
const protocol = compileProtocol(readProtocol(mamiFiles()).source).compiled;
const CENTRE = 'demo-dialakoroba';

let database: TestDatabase;
let server: FastifyInstance;
let district: DistrictLoad;

const count = async (sql: string, ...values: readonly unknown[]): Promise<number> =>
  Number((await database.pool.query<{ n: string }>(sql, [...values])).rows[0]?.n);

beforeAll(async () => {
  database = await testDatabase();
  await addDemonstration(database.db, now());
  server = createApp({ db: database.db, fold: foldForLists(followUpRules(protocol)), now, log: () => {} });
  const settings = { seed: 'server', lastDay: localDate('2026-11-25'), size: 0.08 };
  const whole = await makeDistrict(settings, [inThisThread(districtMaker(protocol, settings))]);
  district = whole;
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

  it('is not loaded a second time', async () => {
    const entries = await count('SELECT count(*) AS n FROM entry');
    expect(await isDistrictLoaded(database.db, HOSPITAL)).toBe(true);
    expect(await loadDistrict(database.db, district, now())).toBe(false);
    expect(await count('SELECT count(*) AS n FROM entry')).toBe(entries);
  });
});

it('leaves nothing behind when it breaks in the middle, and loads then', async () => {
  const other = await testDatabase();
  const broken = { ...district, feeds: [...district.feeds.slice(0, 3), { ...district.feeds[0], place: 'x\0' }] };
  await expect(loadDistrict(other.db, broken as DistrictLoad, now())).rejects.toThrow();
  expect((await other.pool.query('SELECT 1 FROM entry')).rows).toEqual([]);
  expect(await loadDistrict(other.db, district, now())).toBe(true);
  await other.end();
});
