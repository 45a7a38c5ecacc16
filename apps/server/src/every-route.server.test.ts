/**
 * Sends every route of the server, as Fastify knows them, everything that it does not accept: malformed, cut, of
 * another type, too long, at the wrong place, by somebody without the right. Each is refused with a 4xx, a code and a
 * sentence in both languages, reveals nothing of the internals or of what exists, and writes nothing.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalFault } from '../test/refusal-fault.ts';
import { type Ids, type Sample, samples } from '../test/route-samples.ts';
import { type TestDatabase, testDatabase } from '../test/test-database.ts';
import { aCountry, aMorning, aPerson, type Browser, browserOf, browserWith, managedApp } from '../test/test-people.ts';
import { testPhone } from '../test/test-phone.ts';
import { everyTable } from './database/every-table.ts';
import { makeJoinCode } from './devices/join-codes.ts';
import { clinicRoutes } from './http/clinic-routes.ts';
import { shippedIndicators } from './portal/shipped-indicators.ts';

let database: TestDatabase;
let server: FastifyInstance;
let admin: string;
let ids: Ids;
const folder = mkdtempSync(join(tmpdir(), 'denba-routes-'));
const clock = aMorning();
const routes = new Set<string>();
const faults: string[] = [];

const watchRoutes = (message: unknown): void => {
  (message as { readonly fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.add(`${one} ${url}`);
  });
};

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  subscribe('fastify.initialization', watchRoutes);
  server = managedApp(database, clock, {
    indicators: shippedIndicators(),
    log: (line) => {
      if (line['kind'] === 'error') faults.push(JSON.stringify(line));
    },
  });
  unsubscribe('fastify.initialization', watchRoutes);
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  clinicRoutes(server, folder);
  await server.ready();
  admin = (await aPerson(database, ['administrator', 'ml'])).id;
  const account = (await aPerson(database, ['supervisor', 'kati'])).id;
  const phone = await testPhone(server, 'kalaban');
  await phone.join(await makeJoinCode(database.db, { place: 'kalaban', madeBy: 'test', now: clock.now }));
  ids = { place: 'kati', account, device: phone.id };
});
afterAll(async () => {
  await server.close();
  await database.end();
  rmSync(folder, { recursive: true });
});

const addressOf = (route: string, { place, account, device }: Ids): string =>
  (route.split(' ')[1] ?? '')
    .replace(':place', encodeURIComponent(place))
    .replace(':account', encodeURIComponent(account))
    .replace(':device', encodeURIComponent(device))
    .replace(':indicator', 'MAMI.IND.10')
    .replace('*', 'index.html');
const methodOf = (route: string) => route.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Signed in anew, because an earlier request may have signed her out. */
const asAdmin = (): Promise<Browser> => browserOf(server, database, clock, admin);

const types = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  phoneText: 'application/x-ndjson',
};

type Body = { readonly type: string; readonly payload: string };
const written = (sends: 'json' | 'form', fields: Readonly<Record<string, unknown>>): Body => ({
  type: types[sends],
  payload:
    sends === 'json'
      ? JSON.stringify(fields)
      : new URLSearchParams(
          Object.entries(fields).map(([name, value]): [string, string] => [name, asTyped(value)]),
        ).toString(),
});

const asTyped = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
/** Malformed bodies, the same for every route that reads a body. */
const malformed = (sends: 'json' | 'form' | 'phoneText'): readonly Body[] => [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '1e999',
    '{"__proto__":{"role":"administrator"}}',
    deep,
    '\0',
    '%',
    '=&=&',
    'x',
  ].map((payload) => ({ type: types[sends], payload })),
  ...['text/plain', 'multipart/form-data', 'application/xml', 'application/json; charset=utf-16', 'x', '/'].map(
    (type) => ({
      ...{ type, payload: '{}' },
    }),
  ),
  { type: types[sends], payload: `{"name":"${'x'.repeat(17 * 1024 * 1024)}"}` },
];

/** Wrong values for any field; in JSON also values that are not text. */
const wrongValues: readonly unknown[] = [
  ...['', '\0', ' ', 'x'.repeat(5_000), 'x'.repeat(70_000), '\ud800', '../..', "'; DROP TABLE place; --", '-1', '1e9'],
  ...[null, true, 0, -1, 1.5, 2 ** 53, [], {}, ['ml'], { toString: 'x' }],
];

/** A hash of everything that is stored, except sessions and the throttle. */
const contents = async (): Promise<string> => {
  const tables = everyTable.map(({ name }) => name).filter((name) => name !== 'session' && name !== 'sign_in_failure');
  const parts = tables.map(
    (name) => `SELECT '${name}' || md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS is FROM ${name} t`,
  );
  const { rows } = await database.pool.query<{ is: string }>(parts.join(' UNION ALL '));
  return rows.map((row) => row.is).join();
};

const send = async (browser: Browser, route: string, body: Body | null, whose: Ids = ids) => {
  const options = body === null ? {} : { payload: body.payload, headers: { 'content-type': body.type } };
  return browser.ask(methodOf(route), addressOf(route, whose), options);
};

const changing = Object.entries(samples).filter(([route]) => !route.startsWith('GET '));
const reading = changing.flatMap(([route, sample]) =>
  sample.sends === 'nothing' ? [] : [[route, sample.sends, sample] as const],
);

it('every route of the server has a sample here, and there is no sample without a route', () => {
  expect(Object.keys(samples).sort()).toEqual([...routes].sort());
});

describe('a request that is not what a route takes', () => {
  it.each(reading)('%s: no body of another kind is understood, and none leaves anything', async (route, sends) => {
    const before = await contents();
    for (const body of malformed(sends)) {
      for (const browser of [browserWith(server, ''), await asAdmin()]) {
        const answer = await send(browser, route, body);
        expect(refusalFault(route, answer), `${body.type} ${body.payload.slice(0, 40)}`).toBeNull();
      }
    }
    expect(await contents()).toBe(before);
  });

  const withFields = reading.flatMap(([route, , sample]) =>
    sample.sends === 'json' || sample.sends === 'form' ? [[route, sample] as const] : [],
  );
  it.each(withFields)(
    '%s: a wrong, missing or overlong field is a refusal or a value, never a fault',
    async (route, sample) => {
      const fields = sample.fields(ids);
      const value = (own: unknown) =>
        fc.oneof({ weight: 2, arbitrary: fc.constant(own) }, fc.constantFrom(...wrongValues), fc.string());
      const shape = Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, value(own)]));
      await fc.assert(
        fc.asyncProperty(fc.record(shape, { requiredKeys: [] }), async (sent) => {
          const browser = await asAdmin();
          const before = await contents();
          const answer = await send(browser, route, written(sample.sends, sent));
          if (answer.status < 400) return;
          expect(refusalFault(route, answer)).toBeNull();
          expect(await contents()).toBe(before);
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each(Object.keys(samples))('%s: an address with anything in it is found or not', async (route) => {
    const names = [
      'nowhere',
      '..',
      '%2e%2e%2f',
      "'; DROP TABLE place; --",
      '\u{1F476}',
      'x'.repeat(3_000),
      ' ',
      '*',
      'null',
    ];
    for (const name of names) {
      for (const browser of [browserWith(server, ''), await asAdmin()]) {
        const address = addressOf(route.replace('*', ':place'), { place: name, account: name, device: name });
        const query = '?after=-1&seen=x&limit=0&lang=xx&lang=fr&__proto__=1&a[b]=c&%00=%ff';
        const answer = await browser.ask(methodOf(route), `${address}${query}`);
        if (answer.status >= 400) expect(refusalFault(route, answer), address).toBeNull();
      }
    }
  });
});

describe('somebody without a right there', () => {
  const nowhere: Ids = { place: 'nulle-part', account: 'nulle-part', device: 'nulle-part' };
  const bodyOf = (sample: Sample, whose: Ids): Body | null =>
    sample.sends === 'json' || sample.sends === 'form' ? written(sample.sends, sample.fields(whose)) : null;

  const here: Ids = { place: 'ici', account: 'ici', device: 'ici' };
  const named = Object.entries(samples).filter(
    ([route, sample]) => route.includes(':') || bodyOf(sample, here)?.payload !== bodyOf(sample, nowhere)?.payload,
  );
  it.each(named)('%s: is told the same of what exists and of what does not', async (route, sample) => {
    const elsewhere = (await aPerson(database, ['supervisor', 'bla'])).id;
    const before = await contents();
    const [there, notThere] = [
      await send(await browserOf(server, database, clock, elsewhere), route, bodyOf(sample, ids), ids),
      await send(await browserOf(server, database, clock, elsewhere), route, bodyOf(sample, nowhere), nowhere),
    ];
    expect({ status: there.status, body: withoutIds(there.body) }).toEqual({
      ...{ status: notThere.status, body: withoutIds(notThere.body) },
    });
    if (there.status >= 400) expect(await contents()).toBe(before);
  });

  /** The page may show what she typed herself. */
  const withoutIds = (body: string): string =>
    [...Object.values(ids), 'nulle-part'].reduce((text, id) => text.replaceAll(id, '…'), body);
});

it('none of it was a fault', () => expect(faults).toEqual([]));
