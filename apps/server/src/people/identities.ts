/**
 * Which account somebody may open through the identity provider. Whoever looks after the account sets an e-mail for it;
 * the first person who signs in with that e-mail, verified by the provider, is bound to it, and from then on the
 * provider's subject id for her counts instead of the e-mail. Signing in never creates an account.
 */
import type { Kysely, Transaction } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { type Site, writeDown } from '../site.ts';
import { rememberMaker } from './account-makers.ts';
import { placesOf } from './authorisation.ts';
import { asEmail, type Identity } from './identity-provider.ts';
import { accountSeen, accountToChange } from './known-account.ts';
import { endSessionsOf } from './sessions.ts';
import type { Viewer } from './viewer.ts';

export const newIdentity = v.object({
  email: v.pipe(v.string(), v.maxLength(254), v.transform(asEmail), v.regex(/^[^\s@]+@[^\s@]+$/)),
});

/** `boundAt`: the first sign-in through the provider; `null`: not yet. */
export type GivenIdentity = { readonly email: string; readonly boundAt: Date | null };

export const identityOf = async ({ db }: Site, viewer: Viewer, account: string): Promise<GivenIdentity | null> => {
  await accountSeen(db, viewer, account);
  const row = await db
    .selectFrom('identity')
    .select(['email', 'bound_at as boundAt'])
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row ?? null;
};

/** Replaces the previous identity, which then no longer opens the account. */
export const giveIdentity = (
  site: Site,
  viewer: Viewer,
  account: string,
  { email }: v.InferOutput<typeof newIdentity>,
): Promise<void> =>
  change(site, viewer, account, 'identity-given', async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('identity')
      .values({ account_id: account, email, issuer: null, subject: null, bound_at: null })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw emailTaken();
    await rememberMaker(tx, account, viewer.account.id);
  });

export const takeIdentity = (site: Site, viewer: Viewer, account: string): Promise<void> =>
  change(site, viewer, account, 'identity-taken', async () => {});

/** Changes the identity of an account, and ends the sessions if there was an earlier identity. */
const change = async (
  site: Site,
  viewer: Viewer,
  account: string,
  act: string,
  put: (tx: Transaction<Tables>) => Promise<void>,
): Promise<void> => {
  const { grants } = await accountToChange(site.db, viewer, account);
  await site.db.transaction().execute(async (tx) => {
    if (await forgetIdentity(tx, account)) await endSessionsOf(tx, account);
    await put(tx);
    for (const place of placesOf(grants)) await writeDown(tx, site, viewer.account.id, place, act, { account });
  });
};

/** Returns whether there was one. */
export const forgetIdentity = async (tx: Transaction<Tables>, account: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom('identity').where('account_id', '=', account).executeTakeFirst();
  return numDeletedRows > 0n;
};

export type OpenedBy = { readonly account: string; readonly boundNow: boolean };

/** The open account of an identity; binds it at the first sign-in. Returns `null` when there is none. */
export const accountOf = async (db: Kysely<Tables>, identity: Identity, now: Date): Promise<OpenedBy | null> => {
  const bound = await boundAccount(db, identity);
  if (bound !== null || identity.email === null) return bound;
  const { issuer, subject, email } = identity;
  const row = await db
    .updateTable('identity')
    .set({ issuer, subject, bound_at: now })
    .where('email', '=', email)
    .where('subject', 'is', null)
    .where('account_id', 'in', (query) => query.selectFrom('account').select('id').where('closed_at', 'is', null))
    .returning('account_id')
    .executeTakeFirst();
  // Of two first sign-ins at once, one binds the identity, and the other one finds it bound.
  return row === undefined ? boundAccount(db, identity) : { account: row.account_id, boundNow: true };
};

const boundAccount = async (db: Kysely<Tables>, { issuer, subject }: Identity): Promise<OpenedBy | null> => {
  const row = await db
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account_id')
    .select('account.id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { account: row.id, boundNow: false };
};

const emailTaken = (): Refusal =>
  new Refusal(409, 'email-taken', {
    fr: "Cette adresse électronique ouvre déjà un autre compte. Retirez-la d'abord de celui-là.",
    en: 'This e-mail address opens another account already. Take it from that one first.',
  });
