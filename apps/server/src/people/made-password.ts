/**
 * A password that is made for somebody, told to her once, and replaced by her. It invalidates everything that opened
 * the account before: her password, her authenticator, her sessions, and the join codes that she made.
 */

import { addAudit } from '@denba/sync-server/audit';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { endJoinCodesOf } from '../devices/join-codes.ts';
import type { Site } from '../site.ts';
import { spokenCode } from '../spoken-code.ts';
import { placesOf } from './authorisation.ts';
import { hashPassword } from './password-hash.ts';
import { endSessionsOf } from './sessions.ts';
import { asSignInName } from './sign-in.ts';
import { grantsOf } from './viewer.ts';

/** The account and its new password, which is shown once. */
export type MadePassword = { readonly id: string; readonly password: string };

/** About 54 bits, and tries are throttled. */
export const madePassword = (): string => (spokenCode(12).match(/.{4}/g) ?? []).join('-').toLowerCase();

/** `told`: writes the audit in the same transaction. */
export const giveMadePassword = async (
  { db }: Site,
  account: string,
  told: (tx: Transaction<Tables>) => Promise<void>,
): Promise<MadePassword> => {
  const password = madePassword();
  const kept = { password_hash: await hashPassword(password), password_made: true, totp_secret: null, totp_step: null };
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('account').set(kept).where('id', '=', account).execute();
    await endSessionsOf(tx, account);
    await endJoinCodesOf(tx, account);
    await told(tx);
  });
  return { id: account, password };
};

/**
 * Run at the console of the server, for administrators who all forgot their passwords. Returns `null` when there is no
 * open account of this name.
 */
export const givePasswordAtConsole = async (site: Site, signInName: string): Promise<MadePassword | null> => {
  const account = await site.db
    .selectFrom('account')
    .select('id')
    .where('sign_in_name', '=', asSignInName(signInName))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (account === undefined) return null;
  const places = placesOf(await grantsOf(site.db, account.id));
  const event = { actor: 'console', act: 'password-made', family: null, detail: { account: account.id } };
  return giveMadePassword(site, account.id, async (tx) => {
    for (const place of places) await addAudit(tx, place, site.now(), [event]);
  });
};
