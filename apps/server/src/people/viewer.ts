/** The person who is signed in, and her roles. Read again at every request, so that a revoked role is lost at once. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Grant } from './authorisation.ts';
import { isRole } from './roles.ts';

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  /** Somebody else made her password: she must replace it before anything else. */
  readonly passwordMade: boolean;
  readonly hasTotp: boolean;
  /** `false`: she signs in through the identity provider only. */
  readonly hasPassword: boolean;
};

export type Viewer = { readonly account: Account; readonly grants: readonly Grant[] };

/** Returns `null` when there is no such account, or it is closed. */
export const readViewer = async (db: Kysely<Tables>, account: string): Promise<Viewer | null> => {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', account)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, name, sign_in_name, password_made, password_hash, totp_secret } = row;
  const has = { hasTotp: totp_secret !== null, hasPassword: password_hash !== null };
  return {
    account: { id, name, signInName: sign_in_name, passwordMade: password_made, ...has },
    grants: await grantsOf(db, id),
  };
};

export const grantsOf = async (db: Kysely<Tables>, account: string): Promise<readonly Grant[]> => {
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('place', 'place.id', 'account_role.place_id')
    .select(['role', 'place.id', 'place.path'])
    .where('account_id', '=', account)
    .orderBy('place.path')
    .orderBy('role')
    .execute();
  return rows.flatMap(({ role, id, path }) => (isRole(role) ? [{ role, place: id, path }] : []));
};
