/** Sends arbitrary data to every route of the server, as a stranger and as an administrator. */
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../test/route-samples.ts';
import { type TestDatabase, testDatabase } from '../test/test-database.ts';
import { aCountry, aMorning, aPerson, type Browser, browserOf, browserWith, managedApp } from '../test/test-people.ts';
import { shippedIndicators } from './portal/shipped-indicators.ts';

let database: TestDatabase;
let server: FastifyInstance;
let admin: string;
const clock = aMorning();
const faults: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  const log = (line: Readonly<Record<string, unknown>>) => {
    if (line['kind'] === 'error') faults.push(JSON.stringify(line));
  };
  // Nobody listens at that address.
  const nobody = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', name: 'X' };
  server = managedApp(database, clock, { log, identityProvider: nobody, indicators: shippedIndicators() });
  admin = (await aPerson(database, ['administrator', 'ml'])).id;
});
afterAll(async () => {
  await server.close();
  await database.end();
});

/** Signed in anew, because an earlier request may have signed her out. */
const asAdmin = (): Promise<Browser> => browserOf(server, database, clock, admin);

const id = fc.oneof(
  fc.constantFrom('ml', 'kati', 'nowhere', '..', '%00', '%ff', '\u{1F476}', "'; DROP TABLE place; --", '%2e%2e%2f'),
  fc.string({ maxLength: 150 }),
);
/** Every URL of the server, with arbitrary parameters. */
const url = fc
  .tuple(
    fc.constantFrom(
      ...new Set(Object.keys(samples).map((route) => route.replace(/^\S+ /, ''))),
      '/admin/sign-in/provider',
      '/admin/sign-in/return?:',
      '/api/docs?lang=:',
    ),
    id,
  )
  .map(([pattern, name]) =>
    pattern.replaceAll(/:\w*/g, () => (/^%/.test(name) ? name : encodeURIComponent(name.toWellFormed()))),
  );

const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', 'ml', 'administrator', 'site', '𝕏'));
const fields = fc.dictionary(
  fc.constantFrom(
    ...[
      'name',
      'signInName',
      'password',
      'code',
      'role',
      'place',
      'parent',
      'kind',
      'csv',
      'note',
      'device',
      'hash',
      'pack',
    ],
    ...[
      'email',
      'reason',
      'enc',
      'sealed',
      'to',
      'wire',
      'denba',
      'seq',
      'dryRun',
      'decision',
      'placeName',
      'year',
      'people',
      'current',
      'next',
      'again',
      'secret',
      'act',
      'rootName',
      '__proto__',
    ],
  ),
  word,
);
const payload = fc.oneof(
  fc.tuple(
    fc.constant('application/json'),
    fc.oneof(
      fc.json(),
      fields.map((one) => JSON.stringify(one)),
    ),
  ),
  fc.tuple(
    fc.constant('application/x-www-form-urlencoded'),
    fc.oneof(
      fc.string(),
      fields.map((one) => new URLSearchParams(one).toString()),
    ),
  ),
  fc.tuple(fc.constantFrom('text/plain', 'multipart/form-data', 'application/xml'), fc.string()),
);

describe('whatever is sent', () => {
  it('is never answered with a fault of the server, nor with what is inside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([url, fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'), payload, fc.boolean()] as const),
        async (address, method, [type, body], isAdmin) => {
          const options = method === 'GET' ? {} : { payload: body, headers: { 'content-type': type } };
          const browser = isAdmin ? await asAdmin() : browserWith(server, '');
          const answer = await browser.ask(method as 'GET', address, options);
          expect(answer.status, answer.body).toBeLessThan(500);
          expect(answer.body).not.toMatch(/ at .*\.ts:|node_modules|SELECT |kysely|scrypt\$/);
        },
      ),
      { numRuns: 600 },
    );
    expect(faults).toEqual([]);
  });

  it('with a character that PostgreSQL does not keep, or half of one, is not understood', async () => {
    const browser = await asAdmin();
    const asked = { parent: 'ml', kind: 'region', name: 'Kayes\0', code: 'K' };
    expect((await browser.post('/api/places', asked)).status).toBe(400);
    expect((await browser.post('/api/places', { ...asked, name: 'Kayes\ud800' })).status).toBe(400);
    for (const name of ['Kayes\n=1+1', 'Ka\u001b[31myes', 'Kayes \u202eexe.tab', 'Kayes\u2028Ville']) {
      expect((await browser.post('/api/places', { ...asked, name })).status, JSON.stringify(name)).toBe(400);
      const account = { name, signInName: 'ben.keita', role: 'supervisor', place: 'kati' };
      expect((await browser.post('/api/accounts', account)).status, JSON.stringify(name)).toBe(400);
    }
    expect((await browser.submit('/admin/sign-in', { name: '\0', password: 'x', code: '' })).status).toBe(400);
    expect((await browser.get('/admin/places/%00')).status).toBe(400);
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const headers = { 'content-type': 'application/json' };
    expect((await browser.ask('POST', '/api/places', { payload: deep, headers })).status).toBe(400);
  });
});
