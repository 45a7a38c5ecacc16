/**
 * Changes of other people's accounts: create, grant and revoke roles, make a new password, close. Accounts are never
 * deleted.
 */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import { placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';
import { rememberMaker } from './account-makers.ts';
import { lastAdministrator, lastRole, ownPassword } from './account-refusals.ts';
import { type Grant, may, mayGrant, placesOf } from './authorisation.ts';
import { forgetIdentity } from './identities.ts';
import { insertAccount, personName, signInName } from './insert-account.ts';
import { accountSeen, accountToChange } from './known-account.ts';
import { giveMadePassword, type MadePassword, madePassword } from './made-password.ts';
import { hashPassword } from './password-hash.ts';
import { type Role, roles } from './roles.ts';
import { endSessionsOf } from './sessions.ts';
import { grantsOf, type Viewer } from './viewer.ts';

const id = v.pipe(v.string(), v.maxLength(128));

export const oneRole = v.object({ role: v.picklist(roles), place: id });
export const newAccount = v.object({ ...oneRole.entries, name: personName, signInName });
export type OneRole = v.InferOutput<typeof oneRole>;

export const createAccount = async (
  site: Site,
  viewer: Viewer,
  asked: v.InferOutput<typeof newAccount>,
): Promise<MadePassword> => {
  await placeToGrant(site, viewer, asked);
  const made = { id: randomUUID(), password: madePassword() };
  const row = { ...asked, id: made.id, password: await hashPassword(made.password), passwordMade: true };
  await site.db.transaction().execute(async (tx) => {
    await insertAccount(tx, row, { ...asked, by: viewer.account.id }, site.now());
    await rememberMaker(tx, made.id, viewer.account.id);
    const detail = { account: made.id, role: asked.role };
    await writeDown(tx, site, viewer.account.id, asked.place, 'account-created', detail);
  });
  return made;
};

export const grantRole = async (site: Site, viewer: Viewer, account: string, asked: OneRole): Promise<void> => {
  await accountSeen(site.db, viewer, account);
  await placeToGrant(site, viewer, asked);
  await site.db.transaction().execute(async (tx) => {
    const row = { account_id: account, role: asked.role, place_id: asked.place };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('account_role')
      .values({ ...row, granted_by: viewer.account.id, granted_at: site.now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return;
    await writeDown(tx, site, viewer.account.id, asked.place, 'role-granted', { account, role: asked.role });
  });
};

export const revokeRole = async (site: Site, viewer: Viewer, account: string, asked: OneRole): Promise<void> => {
  const { grants } = await accountSeen(site.db, viewer, account);
  const held = grants.find(({ role, place }) => role === asked.role && place === asked.place);
  if (held === undefined || !may(viewer.grants, 'read', 'accounts', held.path)) throw notFound();
  if (!mayGrant(viewer.grants, held.role, held.path)) throw notAllowed();
  await site.db.transaction().execute(async (tx) => {
    // Locks the account: two people who revoke its roles at once do so one after the other.
    await tx.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute();
    if ((await grantsOf(tx, account)).length < 2) throw lastRole();
    await keepAnAdministrator(tx, account, [held]);
    await tx
      .deleteFrom('account_role')
      .where('account_id', '=', account)
      .where('role', '=', held.role)
      .where('place_id', '=', held.place)
      .execute();
    await writeDown(tx, site, viewer.account.id, held.place, 'role-revoked', { account, role: held.role });
  });
};

/**
 * For a person who forgot her password, or lost the phone with her codes. Not for one's own account: its password is
 * changed with the present one, because somebody else may use a session that was left open.
 */
export const resetPassword = async (site: Site, viewer: Viewer, account: string): Promise<MadePassword> => {
  const { grants } = await accountToChange(site.db, viewer, account);
  if (account === viewer.account.id) throw ownPassword();
  return giveMadePassword(site, account, async (tx) => {
    await rememberMaker(tx, account, viewer.account.id);
    for (const place of placesOf(grants)) {
      await writeDown(tx, site, viewer.account.id, place, 'password-made', { account });
    }
  });
};

/** What the person did stays recorded under her name. */
export const closeAccount = async (site: Site, viewer: Viewer, account: string): Promise<void> => {
  const { grants } = await accountToChange(site.db, viewer, account);
  await site.db.transaction().execute(async (tx) => {
    await keepAnAdministrator(tx, account, grants);
    await tx.updateTable('account').set({ closed_at: site.now() }).where('id', '=', account).execute();
    await forgetIdentity(tx, account);
    await endSessionsOf(tx, account);
    for (const place of placesOf(grants)) {
      await writeDown(tx, site, viewer.account.id, place, 'account-closed', { account });
    }
  });
};

const placeToGrant = async ({ db }: Site, viewer: Viewer, { role, place: id }: OneRole): Promise<void> => {
  const place = await placeTo(db, viewer, 'write', 'accounts', id);
  if (!mayGrant(viewer.grants, role as Role, place.path)) throw notAllowed();
};

/** Throws when the last administrator of the root place would go: nobody could let anybody in again. */
const keepAnAdministrator = async (
  tx: Transaction<Tables>,
  account: string,
  going: readonly Grant[],
): Promise<void> => {
  if (!going.some(({ role, path }) => role === 'administrator' && isRoot(path))) return;
  // Locks the administrators: two who revoke each other's role at once do so one after the other.
  const administrators = await tx
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .innerJoin('place', 'place.id', 'account_role.place_id')
    .select('account.id')
    .where('role', '=', 'administrator')
    .where('place.parent_id', 'is', null)
    .where('account.closed_at', 'is', null)
    .forUpdate(['account', 'account_role'])
    .execute();
  if (administrators.every((one) => one.id === account)) throw lastAdministrator();
};

const isRoot = (path: string): boolean => path.indexOf('/') === path.length - 1;
