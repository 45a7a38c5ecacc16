/**
 * Requests every route as every role: in her own district, in another one, without signing in, with a password made by
 * somebody else, and from a page of another site. Whether it answers must agree with the table of rights, and a refused
 * request must change nothing.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Right, rights } from '../test/route-rights.ts';
import { type Ids, samples } from '../test/route-samples.ts';
import { type TestDatabase, testDatabase } from '../test/test-database.ts';
import { packOfProtocol, shippedProtocol } from '../test/test-packs.ts';
import { aCountry, aMorning, aPerson, type Browser, browserOf, browserWith, managedApp } from '../test/test-people.ts';
import { keepPack } from './packs/keep-pack.ts';
import { may } from './people/authorisation.ts';
import { type Role, roles } from './people/roles.ts';
import { shippedIndicators } from './portal/shipped-indicators.ts';

let database: TestDatabase;
let server: FastifyInstance;
let base: string;
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock, { indicators: shippedIndicators() });
  const protocol = shippedProtocol();
  const pack = await packOfProtocol(protocol);
  await keepPack(database.db, pack, protocol, { by: null, at: clock.now });
  base = pack.id;
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const district = { kati: 'ml/koulikoro/kati/', bla: 'ml/segou/bla/' } as const;
type Made = Ids & { readonly draft: string };

/**
 * A centre of that district, with a person, a phone and a draft, made for this request alone, which may close or revoke
 * them.
 */
const aCentre = async (above: keyof typeof district): Promise<Made> => {
  const made = { place: randomUUID(), device: `phone-${randomUUID()}`, draft: `d-${randomUUID()}` };
  const { db } = database;
  await db
    .insertInto('place')
    .values({
      ...{ id: made.place, parent_id: above, kind: 'health_centre', name: `Centre ${made.place}`, code: made.place },
      path: `${district[above]}${made.place}/`,
    })
    .execute();
  const account = (await aPerson(database, ['supervisor', made.place], ['health_worker', made.place])).id;
  await db
    .insertInto('device')
    .values({
      ...{ id: made.device, place_id: made.place, name: 'Téléphone', facility: made.place, joined_at: clock.now },
      ...{ public_key: Buffer.alloc(65), token_hash: Buffer.from(randomUUID()), revoked_at: null, revoked_by: null },
      ...{ last_seen_at: null, clock_off_ms: null },
    })
    .execute();
  await db
    .insertInto('protocol_draft')
    .values({
      ...{ id: made.draft, place_id: made.place, base_pack: base, title_fr: 'x', title_en: 'x', changes: '[]' },
      ...{ author: account, made_at: clock.now, pack_id: null, laid_aside_at: null },
    })
    .execute();
  return { ...made, account };
};

const addressOf = (route: string, { place, account, device, draft }: Made): string =>
  (route.split(' ')[1] ?? '')
    .replace(':place', place)
    .replace(':account', account)
    .replace(':device', device)
    .replace(':draft', draft)
    .replace(':indicator', 'MAMI.IND.10');

const ask = (browser: Browser, route: string, made: Made, headers: Readonly<Record<string, string>> = {}) => {
  const sample = samples[route];
  const method = route.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE';
  const address = addressOf(route, made);
  if (sample === undefined || sample.sends === 'nothing') return browser.ask(method, address, { headers });
  if (sample.sends === 'phoneText') {
    const type = { 'content-type': 'application/x-ndjson' };
    return browser.ask(method, address, { headers: { ...type, ...headers }, payload: 'x' });
  }
  const fields = sample.fields(made);
  if (sample.sends === 'json') return browser.ask(method, address, { headers, payload: fields });
  const payload = new URLSearchParams(fields as Readonly<Record<string, string>>).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return browser.ask(method, address, { headers: { ...type, ...headers }, payload });
};

const every = Object.entries(rights);
const governed = every.flatMap(([route, right]) => (typeof right === 'string' ? [] : [[route, right] as const]));
const as = async (role: Role, place: string) =>
  browserOf(server, database, clock, (await aPerson(database, [role, place])).id);
const allows = (role: Role, { needs }: Exclude<Right, string>): boolean =>
  needs.every(([resource, action]) =>
    may([{ role, place: 'kati', path: district.kati }], action as never, resource, district.kati),
  );

it('every route has its right here', () => expect(Object.keys(rights).sort()).toEqual(Object.keys(samples).sort()));

describe.each(roles)('to a %s of Kati', (role) => {
  it.each(governed)('%s answers in Kati when the table says so', async (route, right) => {
    const { status } = await ask(await as(role, 'kati'), route, await aCentre('kati'));
    const expected = allows(role, right) ? !(status === 403 || (status === 404 && !right.mayBeMissing)) : null;
    expect(status).not.toBe(401);
    expect(status).toBeLessThan(500);
    if (expected === null) expect([403, 404]).toContain(status);
    else expect(expected, `${status}`).toBe(true);
  });

  const elsewhere = governed.filter(([, { where }]) => where === 'at');
  it.each(elsewhere)('%s never answers in Bla, and says nothing of what is there', async (route) => {
    const made = await aCentre('bla');
    const { status, body } = await ask(await as(role, 'kati'), route, made);
    expect([403, 404]).toContain(status);
    expect(body).not.toContain(`Centre ${made.place}`);
  });
});

const closed = every.filter(([, right]) => right !== 'anybody' && right !== 'phone').map(([route]) => route);

it.each(closed)('%s is closed to whoever is not signed in', async (route) => {
  const { status, headers } = await ask(browserWith(server, ''), route, await aCentre('kati'));
  if (route.includes('/api/')) expect(status).toBe(401);
  else expect(`${status} ${headers['location']}`).toMatch(/^303 \/admin\/sign-in/);
});

it.each(closed.filter((route) => !/\/me(\/password)?$/.test(route)))(
  '%s is closed to whoever has to replace her password first',
  async (route) => {
    const person = await aPerson(database, ['administrator', 'ml']);
    await database.db.updateTable('account').set({ password_made: true }).where('id', '=', person.id).execute();
    const { status, headers } = await ask(
      await browserOf(server, database, clock, person.id),
      route,
      await aCentre('kati'),
    );
    if (route.includes('/api/')) expect(status).toBe(403);
    else expect(`${status} ${headers['location']}`).toBe('303 /admin/me');
  },
);

it.each(every.map(([route]) => route).filter((route) => !route.startsWith('GET ')))(
  '%s does nothing for a page of another site',
  async (route) => {
    const browser = await as('administrator', 'ml');
    for (const origin of ['https://evil.example', 'null', 'https://denba.example.org.evil.example']) {
      const { status, body } = await ask(browser, route, await aCentre('kati'), { origin });
      expect([status, body.includes('foreign-origin') || body.includes('<html')], origin).toEqual([403, true]);
    }
  },
);

/**
 * Sends only the head of a request; returns what is answered before the body follows. `null`: the server waits for the
 * body.
 */
const answeredToHead = async (path: string, type: string): Promise<string | null> => {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 8000000\r\n\r\n`);
  const answer = await Promise.race([
    once(socket, 'data').then(([bytes]) => String(bytes).slice(9, 12)),
    new Promise<null>((resolve) => setTimeout(resolve, 2_000, null)),
  ]);
  socket.destroy();
  return answer;
};

it.each([
  ['/api/sync/bundles', 'application/x-ndjson', '401'],
  ['/api/sync/courier', 'application/x-ndjson', '401'],
  ['/api/sync/letters', 'application/x-ndjson', '401'],
  ['/api/join-codes', 'application/json', '413'],
  ['/api/devices', 'application/json', '413'],
  ['/api/session', 'application/json', '413'],
  ['/api/places/import', 'application/json', '401'],
  ['/admin/courier', 'multipart/form-data; boundary=x', '303'],
  ['/admin/packs', 'multipart/form-data; boundary=x', '303'],
  ['/admin/import', 'application/x-www-form-urlencoded', '303'],
  ['/admin/outlines', 'multipart/form-data; boundary=x', '303'],
])('%s does not wait for the large body of a stranger', async (path, type, status) => {
  if (server.server.address() === null) await server.listen({ port: 0, host: '127.0.0.1' });
  expect(await answeredToHead(path, type)).toBe(status);
});
