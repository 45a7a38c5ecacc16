/** Tests that the description matches the server: every route, and its real answers. */
import { parcelText } from '@denba/sync/courier/parcel';
import { sealParcel } from '@denba/sync/courier/seal-parcel';
import { sealRecoveryKey } from '@denba/sync/recovery/sealed-recovery-key';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { textOf } from '../../test/test-pages.ts';
import { aCountry, aMorning, aPerson, browserOf, managedApp, PASSWORD, PUBLIC_URL } from '../../test/test-people.ts';
import { testPhone } from '../../test/test-phone.ts';
import { makeJoinCode } from '../devices/join-codes.ts';
import { describedRoutes } from './docs-routes.ts';

type Schema = Readonly<Record<string, unknown>>;
type Described = Readonly<Record<string, { readonly schema?: Schema; readonly 'x-lines'?: readonly Schema[] }>>;
type Operation = {
  readonly 'x-not-described'?: true;
  readonly requestBody?: { readonly content: Described };
  readonly responses: Readonly<Record<string, { readonly content?: Described }>>;
};
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

let database: TestDatabase;
let server: FastifyInstance;
let document: Document;
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock, {
    fold: (entries) => new Map(entries.map(({ family }) => [family, { families: [family], summary: {}, facts: [] }])),
    identityProvider: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', name: 'X' },
  });
  document = (await server.inject('/api/docs/openapi.json')).json();
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const ajv = new Ajv2020({ strict: true, allErrors: true, formats: {} });
const validate = (schema: Schema, value: unknown): string => {
  const { $ref } = schema as { readonly $ref?: string };
  const named = $ref === undefined ? schema : document.components.schemas[$ref.split('/').at(-1) ?? ''];
  const check = ajv.compile(named ?? { not: {} });
  return check(value) ? '' : ajv.errorsText(check.errors);
};
const operationAt = (method: string, url: string): Operation => {
  const found = document.paths[url]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`${method} ${url} is not described`);
  return found;
};

type Answer = { readonly statusCode: number; readonly body: string; readonly headers: Record<string, unknown> };

/** Fails, with the errors of the schema, when the answer does not match its description. */
const isAsDescribed = (method: string, url: string, { statusCode, body, headers }: Answer): void => {
  const { responses } = operationAt(method, url);
  const at = `${method} ${url} ${statusCode} ${body.slice(0, 200)}`;
  expect(statusCode, at).toBeLessThan(500);
  const response = responses[statusCode] ?? (statusCode < 400 ? undefined : responses['default']);
  expect(response, at).toBeDefined();
  const type = String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  expect(Object.keys(response?.content ?? {}), at).toEqual(body === '' ? [] : [type]);
  const content = response?.content?.[type];
  if (type === 'application/json') expect(validate(content?.schema ?? { not: {} }, JSON.parse(body)), at).toBe('');
  const [first, last] = content?.['x-lines'] ?? [];
  if (first === undefined || last === undefined) return;
  const lines = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  for (const [index, line] of lines.entries()) {
    expect(validate(index === lines.length - 1 ? last : first, line), at).toBe('');
  }
};

describe('the description', () => {
  it('has every route for programs, and no other', () => {
    const there = Object.entries(document.paths).flatMap(([path, of]) =>
      Object.entries(of).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    );
    const forgotten = there.filter(({ operation }) => operation['x-not-described']).map(({ name }) => name);
    expect(forgotten).toEqual([]);
    const described = describedRoutes.map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(there.map(({ name }) => name).sort()).toEqual(described.sort());
  });

  it('would show a route that nobody described', async () => {
    const other = managedApp(database, clock);
    other.get('/api/new', async () => ({}));
    const { paths } = (await other.inject('/api/docs/openapi.json')).json<Document>();
    expect(paths['/api/new']?.['get']?.['x-not-described']).toBe(true);
    await other.close();
  });

  it('is OpenAPI 3.1, of schemas that a validator compiles', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const schemas = Object.values(document.paths).flatMap((of) =>
      Object.values(of).flatMap(({ requestBody, responses }) =>
        [requestBody, ...Object.values(responses)].flatMap((one) =>
          Object.values(one?.content ?? {}).flatMap((content) => [content.schema ?? {}, ...(content['x-lines'] ?? [])]),
        ),
      ),
    );
    for (const schema of schemas) if (!('$ref' in schema)) expect(() => ajv.compile(schema)).not.toThrow();
    expect(schemas.length).toBeGreaterThan(50);
  });
});

describe('what the server really answers is what is described', () => {
  it('to phones and to whoever watches it', async () => {
    const code = await makeJoinCode(database.db, { place: 'sanankoroba', madeBy: 'test', now: clock.now });
    const phone = await testPhone(server, 'sanankoroba');
    for (const url of ['/healthz', '/readyz', '/api/docs', '/api/docs/openapi.json']) {
      isAsDescribed('GET', url, await server.inject(url));
    }
    const ask = (payload: object) => server.inject({ method: 'POST', url: '/api/join-codes', payload });
    for (const one of [code, 'WRONGONE']) isAsDescribed('POST', '/api/join-codes', await ask({ code: one }));
    const joined = await phone.join(code);
    expect(joined.statusCode).toBe(201);
    isAsDescribed('POST', '/api/devices', joined);
    isAsDescribed('POST', '/api/devices', await phone.join(code));
    const { token, courierKey } = joined.json();
    const entries = ['keita', 'diallo', 'toure'].map((family) => phone.save(family));
    isAsDescribed('POST', '/api/sync/bundles', await phone.push(await phone.bundle(entries.slice(2))));
    isAsDescribed('POST', '/api/sync/bundles', await phone.push(await phone.bundle()));
    isAsDescribed('POST', '/api/sync/bundles', await phone.push('rubbish'));
    const feed = await phone.pull();
    expect(feed.body.trimEnd().split('\n')).toHaveLength(4);
    isAsDescribed('GET', '/api/sync/feed', feed);
    isAsDescribed('GET', '/api/sync/feed', await phone.ask('/api/sync/feed?after=x'));
    isAsDescribed('GET', '/api/sync/places', await phone.ask('/api/sync/places'));
    const parcel = await sealParcel(courierKey, { from: phone.id, first: 1, last: 3, bundle: await phone.bundle() });
    isAsDescribed('POST', '/api/sync/courier', await phone.bring(parcelText(parcel)));
    isAsDescribed('POST', '/api/sync/courier', await phone.bring('rubbish'));
    const sealed = await sealRecoveryKey(courierKey, phone.id, 'AAAA-BBBB');
    const body = operationAt('PUT', '/api/sync/recovery-key').requestBody?.content['application/json']?.schema;
    expect(validate(body ?? { not: {} }, sealed)).toBe('');
    for (const headers of [{ authorization: `Bearer ${token}` }, {}]) {
      const put = { method: 'PUT', url: '/api/sync/recovery-key', payload: sealed, headers } as const;
      isAsDescribed('PUT', '/api/sync/recovery-key', await server.inject(put));
    }
  });

  it('to people who manage it', async () => {
    const admin = await aPerson(database, ['administrator', 'ml']);
    const { ask } = await browserOf(server, database, clock, admin.id);
    const does = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, described = url) => {
      const { status, body, headers, json } = await ask(method, url, payload === undefined ? {} : { payload });
      isAsDescribed(method, described, { statusCode: status, body, headers });
      return { status, json: () => json() as { readonly id: string } };
    };
    for (const url of ['/api/me', '/api/me/totp', '/api/accounts', '/api/places', '/api/places/export']) {
      expect((await does('GET', url)).status, url).toBe(200);
    }
    await does('POST', '/api/setup', { code: 'x' });
    // In another browser, because signing in would end the session that the other requests use.
    const elsewhere = await browserOf(server, database, clock, admin.id);
    const payload = { name: admin.signInName, password: PASSWORD };
    const { status, body, headers } = await elsewhere.ask('POST', '/api/session', { payload });
    isAsDescribed('POST', '/api/session', { statusCode: status, body, headers });
    expect(status).toBe(201);
    await does('PUT', '/api/me/password', { current: 'x', next: 'y' });
    await does('PUT', '/api/me/totp', { current: 'x', secret: 'x', code: '1' });
    await does('DELETE', '/api/me/totp', { current: 'x' });
    const made = await does('POST', '/api/accounts', {
      ...{ name: 'Awa', signInName: 'awa.traore', role: 'supervisor', place: 'kati' },
    });
    expect(made.status).toBe(201);
    const { id } = made.json();
    const account = (rest: string) => [`/api/accounts/${id}/${rest}`, `/api/accounts/{account}/${rest}`] as const;
    const act = (method: 'POST' | 'PUT' | 'DELETE', rest: string, payload?: object) =>
      does(method, account(rest)[0], payload, account(rest)[1]);
    expect((await act('POST', 'roles', { role: 'supervisor', place: 'bla' })).status).toBe(204);
    expect((await act('DELETE', 'roles', { role: 'supervisor', place: 'bla' })).status).toBe(204);
    expect((await act('POST', 'password')).status).toBe(200);
    expect((await act('PUT', 'identity', { email: 'awa@example.org' })).status).toBe(204);
    expect((await act('DELETE', 'identity')).status).toBe(204);
    expect((await act('POST', 'close')).status).toBe(204);
    const place = await does('POST', '/api/places', {
      parent: 'kati',
      kind: 'health_centre',
      name: 'Dio',
      code: 'DIO',
    });
    expect(place.status).toBe(201);
    expect((await does('POST', '/api/places/import', { csv: 'x', dryRun: true })).status).toBeLessThan(500);
    const at = (rest: string) => [`/api/places/kati/${rest}`, undefined, `/api/places/{place}/${rest}`] as const;
    expect((await does('GET', ...at('devices'))).status).toBe(200);
    expect((await does('GET', ...at('quarantine'))).status).toBe(200);
    expect((await does('POST', ...at('join-codes'))).status).toBe(201);
    await does('POST', '/api/places/kati/quarantine/set-aside', {}, '/api/places/{place}/quarantine/set-aside');
    await does('POST', '/api/devices/none/revoke', undefined, '/api/devices/{device}/revoke');
    expect((await does('DELETE', '/api/session')).status).toBe(204);
  });
});

describe('the page', () => {
  it('is read in French and in English, without a script, under the policy of every page', async () => {
    const french = await server.inject('/api/docs');
    expect(french.headers['content-security-policy']).toMatch(/^default-src 'self'/);
    expect(french.headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(french.body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:\/\//);
    expect(textOf(french.body)).toContain('Un téléphone se relie à un lieu avec un code.');
    for (const { method, url } of describedRoutes) expect(french.body).toContain(`<code>${method} ${url}</code>`);
    const english = await server.inject('/api/docs?lang=en');
    expect(textOf(english.body)).toContain('A phone joins a place with a code.');
  });

  it('says nothing of this server but how it is asked', () => {
    expect(JSON.stringify(document)).not.toContain(PUBLIC_URL);
    expect(JSON.stringify(document)).not.toContain('127.0.0.1');
  });
});
