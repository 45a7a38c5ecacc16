/** Sessions: a cookie that no script can read, valid for twelve hours. The server stores the hash of its token. */
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Site } from '../site.ts';

export const SESSION_MS = 12 * 3_600_000;

/** Returns the token for the cookie. Also deletes expired sessions. */
export const startSession = async ({ db, now }: Site, account: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await db.deleteFrom('session').where('expires_at', '<=', at).execute();
  await db
    .insertInto('session')
    .values({ id: hashOf(token), account_id: account, created_at: at, expires_at: new Date(at.getTime() + SESSION_MS) })
    .execute();
  return token;
};

/** The account of a session. Returns `null` when the session is expired, ended or invented. */
export const sessionAccount = async ({ db, now }: Site, token: string): Promise<string | null> => {
  const session = await db
    .selectFrom('session')
    .select('account_id')
    .where('id', '=', hashOf(token))
    .where('expires_at', '>', now())
    .executeTakeFirst();
  return session?.account_id ?? null;
};

/** `token`: `null` when the request had none. */
export const endSession = async ({ db }: Site, token: string | null): Promise<void> => {
  if (token !== null) await db.deleteFrom('session').where('id', '=', hashOf(token)).execute();
};

/**
 * Ends all sessions of an account, after it was closed or its password changed; `except`: the token of one that stays.
 */
export const endSessionsOf = async (db: Kysely<Tables>, account: string, except?: string): Promise<void> => {
  await db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .$if(except !== undefined, (query) => query.where('id', '!=', hashOf(except ?? '')))
    .execute();
};

/** `secure`: browsers reach the server by https; the cookie's name then binds it to this host alone. */
export const sessionCookie = (token: string, secure: boolean): string =>
  `${nameOf(secure)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_MS / 1000}${secure ? '; Secure' : ''}`;

export const endedCookie = (secure: boolean): string =>
  `${nameOf(secure)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure ? '; Secure' : ''}`;

/** `header`: the `Cookie` header. */
export const tokenOf = (header: string | undefined, secure: boolean): string | null => {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${nameOf(secure)}=`))?.slice(nameOf(secure).length + 1);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
};

const nameOf = (secure: boolean): string => (secure ? '__Host-denba' : 'denba');

const hashOf = (token: string): Buffer => createHash('sha256').update(`session ${token}`).digest();
