import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { entryToText } from '@denba/records/entry';
import { WIRE } from '@denba/sync/wire';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestPhone, testPhone } from '../../test/test-phone.ts';
import { createApp } from '../create-app.ts';
import { makeJoinCode } from './join-codes.ts';

let database: TestDatabase;
let server: FastifyInstance;
let clock = new Date('2026-11-26T09:00:00Z');
const lines: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  server = createApp({
    db: database.db,
    fold: (entries) => new Map(entries.map(({ family }) => [family, { families: [family], summary: {}, facts: [] }])),
    now: () => clock,
    log: (line) => lines.push(JSON.stringify(line)),
  });
  for (const id of ['sanankoroba', 'kati']) {
    await database.db
      .insertInto('place')
      .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
      .execute();
  }
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const codeFor = (place: string): Promise<string> => makeJoinCode(database.db, { place, madeBy: 'test', now: clock });
const joinedPhone = async (place = 'sanankoroba'): Promise<TestPhone> => {
  const phone = await testPhone(server, place);
  expect((await phone.join(await codeFor(place))).statusCode).toBe(201);
  return phone;
};

describe('a phone that joins', () => {
  it('gets its centre for a code, which nobody can use again', async () => {
    const code = await codeFor('sanankoroba');
    const [first, second] = [await testPhone(server, 'sanankoroba'), await testPhone(server, 'sanankoroba')];
    const joined = await first.join(`${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`);
    expect(joined.json()).toMatchObject({ place: { id: 'sanankoroba' }, token: expect.any(String) });
    expect((await second.join(code)).json()).toMatchObject({ code: 'wrong-join-code' });
  });

  it('is told that a phone of its place was lost lately, and not of others', async () => {
    const lostHere = async (place: string): Promise<unknown> => {
      const phone = await testPhone(server, place);
      return (await phone.join(await codeFor(place))).json().lostHere;
    };
    for (const id of ['koulikoro', 'segou']) {
      await database.db
        .insertInto('place')
        .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
        .execute();
    }
    const lost = await joinedPhone('koulikoro');
    expect(await lostHere('koulikoro')).toBe(false);
    await database.db
      .updateTable('device')
      .set({ revoked_at: clock, revoked_by: 'test' })
      .where('id', '=', lost.id)
      .execute();
    expect([await lostHere('koulikoro'), await lostHere('segou')]).toEqual([true, false]);
    clock = new Date(clock.getTime() + 31 * 86_400_000);
    expect(await lostHere('koulikoro')).toBe(false);
    clock = new Date('2026-11-26T09:00:00Z');
  });

  it('is late with a code of yesterday', async () => {
    const code = await codeFor('kati');
    const phone = await testPhone(server, 'kati');
    clock = new Date(clock.getTime() + 24 * 3_600_000 + 1);
    expect((await phone.join(code)).statusCode).toBe(403);
    clock = new Date('2026-11-26T09:00:00Z');
  });

  it('that guesses waits longer and longer', async () => {
    const phone = await testPhone(server, 'kati');
    const answers: number[] = [];
    for (let times = 0; times < 12; times += 1) answers.push((await phone.join('AAAAAAAA')).statusCode);
    expect(answers.at(-1)).toBe(429);
    clock = new Date(clock.getTime() + 20 * 60_000);
    expect((await phone.join('AAAAAAAA')).statusCode).toBe(403);
    clock = new Date(clock.getTime() + 20 * 60_000);
    expect((await phone.join(await codeFor('kati'))).statusCode).toBe(201);
  });

  it('is not forgiven its guesses because it asks for a good code between them', async () => {
    const good = await codeFor('kati');
    const asks = (code: string) =>
      server.inject({ method: 'POST', url: '/api/join-codes', payload: { code }, remoteAddress: '10.9.8.7' });
    const answers: number[] = [];
    for (let times = 0; times < 12; times += 1) {
      answers.push((await asks('AAAAAAAA')).statusCode, (await asks(good)).statusCode);
    }
    expect(answers.slice(0, 2)).toEqual([403, 200]);
    expect(answers.at(-1)).toBe(429);
  });
});

it('several phones of a centre look at their codes before any of them joins, behind one address', async () => {
  const codes = await Promise.all(Array.from({ length: 8 }, () => codeFor('kati')));
  const remoteAddress = '10.9.8.6';
  for (const code of codes) {
    const asked = await server.inject({ method: 'POST', url: '/api/join-codes', payload: { code }, remoteAddress });
    expect(asked.statusCode).toBe(200);
  }
});

describe('what a phone sends', () => {
  it('comes back in the feed of its centre, byte for byte, in pages that can be taken up again', async () => {
    const phone = await joinedPhone();
    for (let times = 0; times < 25; times += 1) phone.save(randomUUID());
    expect((await phone.push(await phone.bundle(), { 'content-encoding': 'gzip' })).json()).toMatchObject({
      acknowledged: 25,
    });
    const got: string[] = [];
    for (let after = 0, more = true; more; ) {
      const page = (await phone.pull(after, 10)).body.trimEnd().split('\n');
      const { end } = JSON.parse(page.pop() ?? '');
      got.push(...page);
      [after, more] = [end.next, end.more];
    }
    for (const entry of phone.entries) expect(got.filter((line) => line.includes(entryToText(entry)))).toHaveLength(1);
  });

  it('is refused without its signature, in the name of another phone, and without having joined', async () => {
    const [phone, other] = [await joinedPhone(), await joinedPhone()];
    phone.save(randomUUID());
    const bundle = await phone.bundle();
    expect((await other.push(bundle)).json()).toMatchObject({ code: 'not-signed' });
    const changed = bundle.replace('"temporary"', '"permanent"');
    expect((await phone.push(changed)).json()).toMatchObject({ code: 'not-signed' });
    expect((await phone.push(bundle, { authorization: 'Bearer nobody' })).json()).toMatchObject({
      code: 'device-not-joined',
    });
    expect((await phone.push(bundle)).json()).toMatchObject({ acknowledged: 1 });
  });

  it('is refused at once when the phone was reported lost, and so is every question', async () => {
    const phone = await joinedPhone();
    phone.save(randomUUID());
    await database.db
      .updateTable('device')
      .set({ revoked_at: clock, revoked_by: 'test' })
      .where('id', '=', phone.id)
      .execute();
    expect((await phone.push(await phone.bundle())).statusCode).toBe(410);
    expect((await phone.pull()).json()).toMatchObject({ code: 'device-revoked' });
  });

  it('that is cut off, too large or a bomb gets a clear answer and leaves nothing behind', async () => {
    const phone = await joinedPhone();
    phone.save(randomUUID());
    const bundle = await phone.bundle();
    expect((await phone.push(bundle.slice(0, -40))).json()).toMatchObject({ code: 'not-a-bundle' });
    expect((await phone.push(bundle.replace(`"wire":${WIRE}`, '"wire":99'))).json()).toMatchObject({
      code: 'newer-denba',
    });
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a'));
    expect(bomb.length).toBeLessThan(100_000);
    const response = await server.inject({
      method: 'POST',
      url: '/api/sync/bundles',
      headers: { ...{ 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' }, authorization: 'Bearer x' },
      payload: bomb,
    });
    expect(response.statusCode).toBe(401);
    const asPhone = await phone.push('a'.repeat(20 * 1024 * 1024), { 'content-encoding': 'gzip' });
    expect(asPhone.json()).toMatchObject({ code: 'too-large' });
    expect((await phone.pull()).body).not.toContain(phone.entries[0]?.id);
  });
});

describe('whatever is sent', () => {
  it('is never answered with a fault of the server, nor with what is inside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/api/devices',
          '/api/sync/bundles',
          '/api/sync/feed',
          '/api/sync/feed?after=-1',
          '/nowhere',
          '/%ff',
        ),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        fc.constantFrom('application/json', 'application/x-ndjson', 'text/plain', 'application/xml', ''),
        fc.oneof(fc.string(), fc.json(), fc.constant('{"code":{"$ne":1}}'), fc.constant('[[[[[[')),
        async (url, method, type, payload) => {
          const response = await server.inject({
            ...{ url, method: method as 'POST' },
            headers: { ...(type === '' ? {} : { 'content-type': type }), authorization: `Bearer ${'x'.repeat(43)}` },
            ...(method === 'GET' ? {} : { payload }),
          });
          expect(response.statusCode).toBeGreaterThanOrEqual(400);
          expect(response.statusCode).toBeLessThan(500);
          expect(response.json()).toMatchObject({ code: expect.any(String), message: { fr: expect.any(String) } });
          expect(response.body).not.toMatch(/at .*\.ts|node_modules|SELECT|kysely/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves no family, name or token in the log', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => /Bearer|child|authorization|[0-9a-f]{8}-[0-9a-f]{4}.*family/.test(line))).toEqual([]);
  });
});
