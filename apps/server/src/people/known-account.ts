/**
 * The accounts that a viewer may see: those with a role where the viewer may read accounts, and of their roles only
 * those. Changing the account itself (its password, closing it) requires that the viewer may grant all its roles.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import { type Grant, may, mayGrant, pathsWhere } from './authorisation.ts';
import { isRole, type Role } from './roles.ts';
import { grantsOf, type Viewer } from './viewer.ts';

export type ListedAccount = {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  readonly hasTotp: boolean;
  readonly roles: readonly { readonly role: Role; readonly place: string; readonly placeName: string }[];
};

export const listAccounts = async (db: Kysely<Tables>, { grants }: Viewer): Promise<readonly ListedAccount[]> => {
  const paths = pathsWhere(grants, 'read', 'accounts');
  if (paths.length === 0) return [];
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .innerJoin('place', 'place.id', 'account_role.place_id')
    .select(['account.id', 'account.name', 'sign_in_name', 'totp_secret', 'role', 'place.id as place'])
    .select('place.name as placeName')
    .where('closed_at', 'is', null)
    .where((is) => is.or(paths.map((path) => sql<boolean>`starts_with(place.path, ${path})`)))
    .orderBy('account.name')
    .orderBy('account.id')
    .orderBy('place.path')
    .execute();
  const accounts = new Map<string, ListedAccount>();
  for (const { id, name, sign_in_name, totp_secret, role, place, placeName } of rows) {
    if (!isRole(role)) continue;
    const { roles = [] } = accounts.get(id) ?? {};
    const listed = [...roles, { role, place, placeName }];
    accounts.set(id, { id, name, signInName: sign_in_name, hasTotp: totp_secret !== null, roles: listed });
  }
  return [...accounts.values()];
};

export type KnownAccount = { readonly id: string; readonly name: string; readonly signInName: string };

/** Returns all roles of the account; throws 404 when the viewer sees none of them, or it is closed. */
export const accountSeen = async (
  db: Kysely<Tables>,
  viewer: Viewer,
  id: string,
): Promise<{ readonly account: KnownAccount; readonly grants: readonly Grant[] }> => {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'sign_in_name as signInName'])
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const grants = row === undefined ? [] : await grantsOf(db, id);
  const seen = grants.some(({ path }) => may(viewer.grants, 'read', 'accounts', path));
  if (row === undefined || !seen) throw notFound();
  return { account: row, grants };
};

export const accountToChange: typeof accountSeen = async (db, viewer, id) => {
  const seen = await accountSeen(db, viewer, id);
  if (!seen.grants.every(({ role, path }) => mayGrant(viewer.grants, role, path))) throw notAllowed();
  return seen;
};
