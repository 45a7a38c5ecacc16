/** A server with a small country and people in it, as a browser sees it. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type AppOptions, createApp } from '../src/create-app.ts';
import { hashPassword } from '../src/people/password-hash.ts';
import type { Role } from '../src/people/roles.ts';
import { sessionCookie, startSession } from '../src/people/sessions.ts';
import type { TestDatabase } from './test-database.ts';

export const PUBLIC_URL = 'https://denba.example.org';
export const PASSWORD = 'tasse genou nuage';

export type Clock = { now: Date };
export const aMorning = (): Clock => ({ now: new Date('2026-11-26T09:00:00Z') });

export const managedApp = ({ db }: TestDatabase, clock: Clock, more: Partial<AppOptions> = {}): FastifyInstance =>
  createApp({ db, fold: () => new Map(), now: () => clock.now, log: () => {}, publicUrl: PUBLIC_URL, ...more });

const tree = [
  ['ml', null, 'country', 'Mali'],
  ['koulikoro', 'ml', 'region', 'Koulikoro'],
  ['kati', 'koulikoro', 'district', 'Kati'],
  ['sanankoroba', 'kati', 'health_centre', 'Sanankoroba'],
  ['kalaban', 'kati', 'health_centre', 'Kalaban'],
  ['segou', 'ml', 'region', 'Ségou'],
  ['bla', 'segou', 'district', 'Bla'],
] as const;

/** Mali › Koulikoro › Kati › Sanankoroba, Kalaban; Mali › Ségou › Bla. The id is the name in small letters. */
export const aCountry = async ({ db }: Pick<TestDatabase, 'db'>): Promise<void> => {
  const paths = new Map<string, string>();
  for (const [id, parent_id, kind, name] of tree) {
    const path = `${parent_id === null ? '' : paths.get(parent_id)}${id}/`;
    paths.set(id, path);
    await db
      .insertInto('place')
      .values({ id, parent_id, kind, name, code: `C-${id}`, path })
      .execute();
  }
};

let kept: string | null = null;

/** Inserts an account with roles directly into the database. */
export const aPerson = async ({ db }: Pick<TestDatabase, 'db'>, ...roles: readonly (readonly [Role, string])[]) => {
  const person = { id: randomUUID(), signInName: `p-${randomUUID().slice(0, 8)}` };
  kept ??= await hashPassword(PASSWORD);
  await db
    .insertInto('account')
    .values({
      ...{ id: person.id, name: `Personne ${person.signInName}`, sign_in_name: person.signInName },
      ...{ password_hash: kept, totp_secret: null, totp_step: null, created_at: new Date(), closed_at: null },
    })
    .execute();
  for (const [role, place_id] of roles) {
    await db
      .insertInto('account_role')
      .values({ account_id: person.id, role, place_id, granted_by: null, granted_at: new Date() })
      .execute();
  }
  return person;
};

type Answer = {
  readonly status: number;
  readonly body: string;
  readonly json: () => unknown;
  readonly headers: Readonly<Record<string, unknown>>;
};
export type Browser = Awaited<ReturnType<typeof browserOf>>;

/** A browser in which that person is signed in, by a session inserted directly. */
export const browserOf = async (server: FastifyInstance, { db }: TestDatabase, clock: Clock, account: string) => {
  const token = await startSession({ db, now: () => clock.now }, account);
  return browserWith(server, sessionCookie(token, true).split(';', 1)[0] ?? '');
};

export const browserWith = (server: FastifyInstance, cookie: string) => {
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, options: InjectOptions = {}) => {
    const headers = { cookie, ...(method === 'GET' ? {} : { origin: PUBLIC_URL }), ...options.headers };
    const { statusCode: status, body, json, headers: got } = await server.inject({ ...options, method, url, headers });
    return { status, body, json, headers: got } satisfies Answer;
  };
  const asJson = (payload: object | undefined) => (payload === undefined ? {} : { payload });
  return {
    cookie,
    ask,
    get: (url: string) => ask('GET', url),
    post: (url: string, payload?: object) => ask('POST', url, asJson(payload)),
    put: (url: string, payload?: object) => ask('PUT', url, asJson(payload)),
    delete: (url: string, payload?: object) => ask('DELETE', url, asJson(payload)),
    /** Sends the fields as a form of a page does. */
    submit: (url: string, fields: Readonly<Record<string, string>>) =>
      ask('POST', url, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
  };
};
