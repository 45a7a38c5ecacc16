import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import {
  aCountry,
  aMorning,
  aPerson,
  browserOf,
  browserWith,
  type Clock,
  managedApp,
  PASSWORD,
  PUBLIC_URL,
} from '../../test/test-people.ts';
import { SESSION_MS } from './sessions.ts';
import { fromBase32, totpCode } from './totp.ts';

let database: TestDatabase;
let server: FastifyInstance;
let clock: Clock;

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
});
beforeEach(() => {
  clock = aMorning();
  server = managedApp(database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const signIn = (name: string, password = PASSWORD, code?: string, more: object = {}) =>
  server.inject({ method: 'POST', url: '/api/session', payload: { name, password, code }, ...more });
const cookieOf = (headers: { readonly 'set-cookie'?: string | string[] | undefined }) => String(headers['set-cookie']);
const pairOf = (headers: { readonly 'set-cookie'?: string | string[] | undefined }) =>
  cookieOf(headers).split(';', 1)[0] ?? '';

const from = (host: number) => ({ remoteAddress: `10.0.0.${host}` });

describe('signing in', () => {
  it('gives a cookie that no script and no other site can use, and says who she is', async () => {
    const awa = await aPerson(database, ['supervisor', 'sanankoroba'], ['district', 'bla']);
    const answer = await signIn(` ${awa.signInName.toUpperCase()} `);
    expect(answer.statusCode).toBe(201);
    expect(cookieOf(answer.headers)).toMatch(
      /^__Host-denba=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/,
    );
    const me = await browserWith(server, pairOf(answer.headers)).get('/api/me');
    expect(me.json()).toMatchObject({
      account: { id: awa.id, signInName: awa.signInName },
      roles: [
        { role: 'supervisor', place: 'sanankoroba' },
        { role: 'district', place: 'bla' },
      ],
    });
    expect(me.body).not.toMatch(/scrypt|hash|secret/);
    const audited = await database.db
      .selectFrom('audit')
      .select(['place_id', 'act', 'detail'])
      .where('actor', '=', `account:${awa.id}`)
      .orderBy('place_id')
      .execute();
    expect(audited).toEqual([
      { place_id: 'bla', act: 'signed-in', detail: { from: '127.0.0.1' } },
      { place_id: 'sanankoroba', act: 'signed-in', detail: { from: '127.0.0.1' } },
    ]);
  });

  it('without https gives a cookie that a browser takes without https', async () => {
    server = managedApp(database, clock, { publicUrl: 'http://localhost:8080' });
    const { signInName } = await aPerson(database);
    expect(cookieOf((await signIn(signInName)).headers)).toMatch(/^denba=[\w-]{43}; .*Strict; Max-Age=43200$/);
  });

  it('says the same of a wrong name, a wrong password and a closed account', async () => {
    const [awa, closed] = [await aPerson(database), await aPerson(database)];
    await database.db.updateTable('account').set({ closed_at: clock.now }).where('id', '=', closed.id).execute();
    const answers = [
      await signIn('nobody-here'),
      await signIn(awa.signInName, 'not her password'),
      await signIn(closed.signInName),
    ];
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
  });

  it('is slowed by name, also from many addresses', async () => {
    const awa = await aPerson(database);
    for (let times = 0; times < 6; times += 1) await signIn(awa.signInName, 'wrong', undefined, from(times));
    expect((await signIn(awa.signInName, PASSWORD, undefined, from(99))).json()).toMatchObject({ code: 'too-often' });
    clock.now = new Date(clock.now.getTime() + 20 * 60_000);
    expect((await signIn(awa.signInName)).statusCode).toBe(201);
  });

  it('is slowed by address, also for many names, and for no other address', async () => {
    const awa = await aPerson(database);
    for (let times = 0; times < 6; times += 1) await signIn(`name-${times}`, 'wrong', undefined, from(7));
    expect((await signIn(awa.signInName, PASSWORD, undefined, from(7))).statusCode).toBe(429);
    expect((await signIn(awa.signInName, PASSWORD, undefined, from(8))).statusCode).toBe(201);
  });

  it('behind a proxy that it knows is slowed by the address that the proxy says, and believes nobody else', async () => {
    server = managedApp(database, clock, { proxies: '10.0.0.1' });
    const awa = await aPerson(database);
    const through = (proxy: number, address: string) => ({ ...from(proxy), headers: { 'x-forwarded-for': address } });
    for (let times = 0; times < 6; times += 1) await signIn(`n-${times}`, 'x', undefined, through(1, '192.0.2.7'));
    expect((await signIn(awa.signInName, PASSWORD, undefined, through(1, '192.0.2.7'))).statusCode).toBe(429);
    expect((await signIn(awa.signInName, PASSWORD, undefined, through(1, '192.0.2.8'))).statusCode).toBe(201);
    for (let times = 0; times < 6; times += 1) {
      await signIn(`m-${times}`, 'x', undefined, through(2, `192.0.2.${100 + times}`));
    }
    expect((await signIn(awa.signInName, PASSWORD, undefined, through(2, '192.0.2.200'))).statusCode).toBe(429);
  });

  it('made with weaker parameters keeps the password again as today', async () => {
    const awa = await aPerson(database);
    const salt = Buffer.from('NaCl').toString('base64url');
    const key = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex').toString(
      'base64url',
    );
    const kept = { password_hash: `scrypt$10$8$16$${salt}$${key}` };
    await database.db.updateTable('account').set(kept).where('id', '=', awa.id).execute();
    expect((await signIn(awa.signInName, 'password')).statusCode).toBe(201);
    const now = await database.db.selectFrom('account').select('password_hash').where('id', '=', awa.id).execute();
    expect(now[0]?.password_hash).toMatch(/^scrypt\$15\$8\$3/);
    expect((await signIn(awa.signInName, 'password')).statusCode).toBe(201);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['numbers', { name: 1, password: 2 }],
    ['operators', { name: { $ne: null }, password: { $ne: null } }],
    ['a password without end', { name: 'awa', password: 'x'.repeat(1001) }],
  ])('with %s is not understood', async (_what, payload) => {
    const answer = await server.inject({ method: 'POST', url: '/api/session', ...(payload && { payload }) });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'not-understood']);
  });

  it('is refused from another site, in another form than JSON, and oversize', async () => {
    const { signInName } = await aPerson(database);
    const foreign = await signIn(signInName, PASSWORD, undefined, { headers: { origin: 'https://evil.example' } });
    expect(foreign.json()).toMatchObject({ code: 'foreign-origin' });
    expect((await signIn(signInName, PASSWORD, undefined, { headers: { origin: 'null' } })).statusCode).toBe(403);
    expect((await signIn(signInName, PASSWORD, undefined, { headers: { origin: PUBLIC_URL } })).statusCode).toBe(201);
    const at = (origin: string) => ({ headers: { origin, host: new URL(origin).host } });
    // There a browser would drop the cookie, and nothing would say why she has to sign in again.
    const bare = await signIn(signInName, PASSWORD, undefined, at('http://192.168.1.5:8080'));
    expect([bare.statusCode, bare.json().message.fr]).toEqual([403, expect.stringContaining(PUBLIC_URL)]);
    expect((await signIn(signInName, PASSWORD, undefined, at('http://localhost:8080'))).statusCode).toBe(201);
    const form = await server.inject({
      ...{ method: 'POST', url: '/api/session', payload: `name=${signInName}&password=x` },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.json()).toMatchObject({ code: 'not-json' });
    const large = await signIn(signInName, 'x'.repeat(100_000));
    expect(large.json()).toMatchObject({ code: 'too-large' });
  });
});

describe('a session', () => {
  it('is over after twelve hours, and at once when she signs out', async () => {
    const awa = await aPerson(database);
    const [first, second] = [
      await browserOf(server, database, clock, awa.id),
      await browserOf(server, database, clock, awa.id),
    ];
    expect((await first.delete('/api/session')).status).toBe(204);
    expect((await first.get('/api/me')).json()).toMatchObject({ code: 'not-signed-in' });
    clock.now = new Date(clock.now.getTime() + SESSION_MS - 1);
    expect((await second.get('/api/me')).status).toBe(200);
    clock.now = new Date(clock.now.getTime() + 1);
    expect((await second.get('/api/me')).status).toBe(401);
  });

  it('ends when the same browser signs in again, and lives on in another browser', async () => {
    const awa = await aPerson(database);
    const [here, there] = [
      pairOf((await signIn(awa.signInName)).headers),
      await browserOf(server, database, clock, awa.id),
    ];
    const cookie = { headers: { cookie: here } };
    expect((await signIn(awa.signInName, 'wrong', undefined, cookie)).statusCode).toBe(401);
    expect((await browserWith(server, here).get('/api/me')).status).toBe(200);
    const again = pairOf((await signIn(awa.signInName, PASSWORD, undefined, cookie)).headers);
    const statusOf = async (pair: string) => (await browserWith(server, pair).get('/api/me')).status;
    expect([await statusOf(here), await statusOf(again), await statusOf(there.cookie)]).toEqual([401, 200, 200]);
    const fields = { name: awa.signInName, password: PASSWORD };
    expect((await browserWith(server, again).submit('/admin/sign-in', fields)).status).toBe(303);
    expect([await statusOf(again), await statusOf(there.cookie)]).toEqual([401, 200]);
  });

  it('is not in the database as the cookie has it, and cannot be made up', async () => {
    const awa = await aPerson(database);
    const pair = pairOf((await signIn(awa.signInName)).headers);
    const rows = await database.db.selectFrom('session').selectAll().execute();
    for (const row of rows) expect(pair).not.toContain(row.id.toString('base64url'));
    for (const cookie of ['', '__Host-denba=', `__Host-denba=${'A'.repeat(43)}`, pair.replace('__Host-', '')]) {
      expect((await browserWith(server, cookie).get('/api/me')).status, cookie).toBe(401);
    }
  });
});

describe('her own password', () => {
  it('is replaced with the one before, by one that is good enough; other sessions end', async () => {
    const awa = await aPerson(database);
    const [here, there] = [
      await browserOf(server, database, clock, awa.id),
      await browserOf(server, database, clock, awa.id),
    ];
    const next = 'fenêtre lampe rivière';
    const ask = (current: string, wanted: string) => here.put('/api/me/password', { current, next: wanted });
    expect((await ask('wrong', next)).json()).toMatchObject({ code: 'wrong-password' });
    expect((await ask(PASSWORD, 'court')).json()).toMatchObject({ code: 'password-tooShort' });
    expect((await ask(PASSWORD, awa.signInName)).json()).toMatchObject({ code: 'password-isName' });
    expect((await ask(PASSWORD, 'motdepasse 2026')).json()).toMatchObject({ code: 'password-common' });
    expect((await ask(PASSWORD, PASSWORD)).json()).toMatchObject({ code: 'password-same' });
    expect((await ask(PASSWORD, next)).status).toBe(204);
    expect([(await here.get('/api/me')).status, (await there.get('/api/me')).status]).toEqual([200, 401]);
    expect((await signIn(awa.signInName)).statusCode).toBe(401);
    expect((await signIn(awa.signInName, next)).statusCode).toBe(201);
  });

  it('made by somebody else is replaced before anything else', async () => {
    const awa = await aPerson(database, ['administrator', 'ml']);
    await database.db.updateTable('account').set({ password_made: true }).where('id', '=', awa.id).execute();
    const browser = await browserOf(server, database, clock, awa.id);
    expect((await browser.get('/api/accounts')).json()).toMatchObject({ code: 'password-to-replace' });
    expect((await browser.get('/api/me')).json()).toMatchObject({ account: { passwordMade: true } });
    await browser.put('/api/me/password', { current: PASSWORD, next: 'fenêtre lampe rivière' });
    expect((await browser.get('/api/accounts')).status).toBe(200);
  });
});

describe('an authenticator', () => {
  it('is asked for from then on, and a code is good once', async () => {
    const awa = await aPerson(database, ['supervisor', 'kalaban']);
    const browser = await browserOf(server, database, clock, awa.id);
    const { secret: text } = (await browser.get('/api/me/totp')).json() as { readonly secret: string };
    const secret = fromBase32(text) ?? Buffer.alloc(0);
    const codeAt = (ms: number) => totpCode(secret, Math.floor(ms / 30_000));
    const turnOn = (code: string) => browser.put('/api/me/totp', { current: PASSWORD, secret: text, code });
    expect((await turnOn('000000')).json()).toMatchObject({ code: 'wrong-code' });
    const other = await browserOf(server, database, clock, awa.id);
    expect((await turnOn(codeAt(clock.now.getTime()))).status).toBe(204);
    // Sessions that were opened without the authenticator end.
    expect([(await browser.get('/api/me')).status, (await other.get('/api/me')).status]).toEqual([200, 401]);

    expect((await signIn(awa.signInName)).json()).toMatchObject({ code: 'code-needed' });
    expect((await signIn(awa.signInName, PASSWORD, codeAt(clock.now.getTime()))).json()).toMatchObject({
      code: 'wrong-code',
    });
    clock.now = new Date(clock.now.getTime() + 60_000);
    const code = codeAt(clock.now.getTime());
    const both = await Promise.all([signIn(awa.signInName, PASSWORD, code), signIn(awa.signInName, PASSWORD, code)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 401]);
    expect((await signIn(awa.signInName, 'wrong', codeAt(clock.now.getTime() + 30_000))).json()).toMatchObject({
      code: 'wrong-sign-in',
    });

    expect((await browser.delete('/api/me/totp', { current: 'wrong' })).status).toBe(403);
    expect((await browser.delete('/api/me/totp', { current: PASSWORD })).status).toBe(204);
    expect((await signIn(awa.signInName)).statusCode).toBe(201);
    const acts = await database.db.selectFrom('audit').select('act').where('place_id', '=', 'kalaban').execute();
    expect(acts.map(({ act }) => act)).toEqual(['authenticator-on', 'signed-in', 'authenticator-off', 'signed-in']);
  });
});
