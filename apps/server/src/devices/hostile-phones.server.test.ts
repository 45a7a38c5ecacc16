/**
 * Hostile bundles and requests of phones, or of programs that claim to be one: cut, decompressing to too much, of
 * another phone, outdated. Limits: 16 MB per bundle as text, 2,000 entries, 256 kB per entry (sync/core/src/wire.ts).
 */
import { gzipSync } from 'node:zlib';
import { MOST_BYTES, MOST_ENTRIES } from '@denba/sync/wire';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalFault } from '../../test/refusal-fault.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { aCountry, aMorning, managedApp } from '../../test/test-people.ts';
import { type TestPhone, testPhone } from '../../test/test-phone.ts';
import { makeJoinCode } from './join-codes.ts';

let database: TestDatabase;
let server: FastifyInstance;
let phone: TestPhone;
let other: TestPhone;
let good: string;
const faults: string[] = [];
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock, {
    log: (line) => {
      if (line['kind'] === 'error') faults.push(JSON.stringify(line));
    },
  });
  [phone, other] = [await testPhone(server, 'kati'), await testPhone(server, 'bla')];
  await phone.join(await makeJoinCode(database.db, { place: 'kati', madeBy: 'test', now: clock.now }));
  await other.join(await makeJoinCode(database.db, { place: 'bla', madeBy: 'test', now: clock.now }));
  for (const family of ['a', 'b', 'c']) phone.save(family);
  other.save('d');
  good = await phone.bundle();
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const kept = async (): Promise<unknown> => {
  const { rows } = await database.pool.query(`SELECT (SELECT count(*) FROM entry) AS entries,
    (SELECT count(*) FROM quarantine) AS apart, (SELECT count(*) FROM device_log) AS logs,
    (SELECT count(*) FROM audit) AS audit, (SELECT count(*) FROM family_summary) AS families`);
  return rows[0];
};

const BUNDLES = 'POST /api/sync/bundles';
type Sent = Awaited<ReturnType<TestPhone['push']>>;
const faultOf = ({ statusCode: status, body, headers, json }: Sent, route = BUNDLES): string | null =>
  refusalFault(route, { status, body, headers, json });

const pushBytes = (bytes: Buffer) => phone.push(bytes, { 'content-encoding': 'gzip' });

describe('a bundle that is none', () => {
  const head = (change: object): string => {
    const [first = '', ...rest] = good.split('\n');
    return [JSON.stringify({ ...JSON.parse(first), ...change }), ...rest].join('\n');
  };
  const cases: readonly (readonly [string, () => Promise<Sent> | Sent, status: number])[] = [
    ['empty', () => phone.push(''), 400],
    ['no text of ours', () => phone.push('x'), 400],
    ['cut at the end', () => phone.push(good.slice(0, -20)), 400],
    ['cut in the middle of an entry', () => phone.push(good.slice(0, good.length / 2)), 400],
    ['with a line too many', () => phone.push(good.replace('\n', '\n{}\n')), 400],
    ['with a head that counts otherwise', () => phone.push(head({ count: 2 })), 400],
    ['with more entries than are taken', () => phone.push(head({ count: MOST_ENTRIES + 1 })), 400],
    ['with a number that is none', () => phone.push(head({ from: -1 })), 400],
    ['of a newer Denba', () => phone.push(head({ wire: 99 })), 400],
    ['in the name of another phone', () => phone.push(head({ device: other.id })), 403],
    ['changed after it was signed', () => phone.push(good.replace('temporary', 'permanent')), 403],
    ['of another phone, whole', async () => phone.push(await other.bundle()), 403],
    ['compressed, and cut', () => pushBytes(gzipSync(good).subarray(0, 100)), 400],
    ['said to be compressed', () => pushBytes(Buffer.from(good)), 400],
    ['compressed in a way that is not known', () => phone.push(good, { 'content-encoding': 'br' }), 400],
    ['compressed twice', () => pushBytes(gzipSync(gzipSync(good))), 400],
    ['of another type', () => phone.push(good, { 'content-type': 'application/json' }), 400],
    ['larger than is taken', () => phone.push('x'.repeat(MOST_BYTES + 1)), 413],
    ['a bomb: 200 kB that become 200 MB', () => pushBytes(gzipSync(Buffer.alloc(200 * 2 ** 20))), 413],
    ['with bytes that are no text', () => phone.push('\xff\xfe\0'), 400],
  ];

  it.each(cases)('is refused when it is %s', async (_what, sent, status) => {
    const before = await kept();
    const answer = await sent();
    expect(faultOf(answer), answer.body).toBeNull();
    expect(answer.statusCode).toBe(status);
    expect(await kept()).toEqual(before);
  });

  it('costs no more memory than a bundle may have, however far it would swell', async () => {
    const bomb = gzipSync(Buffer.alloc(512 * 2 ** 20));
    const before = process.memoryUsage().rss;
    expect((await pushBytes(bomb)).statusCode).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });

  it('is refused when any byte of it is missing or another one', async () => {
    const before = await kept();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.constantFrom('', 'x', '\n', '"', '\0'), async (at, letter) => {
        fc.pre(good[at] !== letter);
        const answer = await phone.push(good.slice(0, at) + letter + good.slice(at + 1));
        expect(faultOf(answer), answer.body).toBeNull();
      }),
      { numRuns: 60 },
    );
    expect(await kept()).toEqual(before);
  });

  it('is told with a sentence when it comes too early, and is nothing new when it comes again', async () => {
    const early = await phone.push(await phone.bundle(phone.entries.slice(1)));
    expect(early.statusCode).toBe(409);
    expect(faultOf(early)).toBeNull();
    expect((await phone.push(good)).statusCode).toBe(200);
    const after = (await kept()) as { readonly entries: string };
    expect((await phone.push(good, { 'content-encoding': 'gzip' })).statusCode).toBe(200);
    expect(await kept()).toEqual(after);
    expect(Number(after.entries)).toBe(3);
  });
});

describe('a feed', () => {
  const questions = [
    '',
    'after=-1',
    'after=x',
    'after=1e9',
    `after=${'9'.repeat(16)}`,
    'after=0&limit=0',
    'after=0&limit=99999',
  ];
  it.each([...questions, 'after=0&seen=x', 'after=0&after=1', 'after[]=1', 'after=%00', 'after='])(
    'is not given to ?%s',
    async (query) => {
      const answer = await phone.ask(`/api/sync/feed?${query}`);
      expect(answer.statusCode, answer.body).toBe(400);
      expect(faultOf(answer, 'GET /api/sync/feed')).toBeNull();
    },
  );

  it('begins anew for whoever saw something else at that place in it, and says nothing of other places', async () => {
    const stale = await phone.ask(`/api/sync/feed?after=1&seen=${'0'.repeat(64)}`);
    const beyond = await phone.ask('/api/sync/feed?after=999');
    expect([stale.statusCode, beyond.statusCode]).toEqual([409, 409]);
    expect(faultOf(stale, 'GET /api/sync/feed')).toBeNull();
    expect((await other.pull()).body).not.toContain('"family":"a"');
  });

  it.each([
    '',
    'Bearer',
    'Bearer x',
    `Bearer ${'A'.repeat(43)}`,
    `Basic ${'A'.repeat(43)}`,
    `Bearer ${'A'.repeat(4300)}`,
  ])('is not given to whoever shows “%s”', async (authorization) => {
    for (const url of ['/api/sync/feed?after=0', '/api/sync/places']) {
      const answer = await server.inject({ method: 'GET', url, headers: { authorization } });
      expect(answer.statusCode).toBe(401);
      expect(faultOf(answer, `GET ${url}`)).toBeNull();
    }
  });
});

it('none of it was a fault', () => expect(faults).toEqual([]));
