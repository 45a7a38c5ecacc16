/**
 * Signing in with name, password and, for accounts that have one, the code of an authenticator. A wrong name and a
 * wrong password get the same answer after the same work, and tries are throttled by name and by address.
 */
import * as v from 'valibot';
import { Refusal } from '../http/refusal.ts';
import type { Throttle } from '../http/throttle.ts';
import { type Site, writeDown } from '../site.ts';
import { placesOf } from './authorisation.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { startSession } from './sessions.ts';
import { totpStep } from './totp.ts';
import { grantsOf } from './viewer.ts';

export const signInRequest = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(1000)),
  code: v.optional(v.pipe(v.string(), v.maxLength(20))),
});
export type SignInRequest = v.InferOutput<typeof signInRequest>;

export const asSignInName = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

/** Returns the token of the session. Throws a `Refusal`. */
export const signIn = async (
  site: Site,
  throttle: Throttle,
  address: string,
  { name: typed, password, code }: SignInRequest,
): Promise<string> => {
  const name = asSignInName(typed);
  const tries = [`address ${address}`, `name ${name}`];
  for (const who of tries) await throttle.ask(who);
  const account = await site.db
    .selectFrom('account')
    .selectAll()
    .where('sign_in_name', '=', name)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const right = await isPassword(password, account?.password_hash ?? null);
  if (account === undefined || !right) throw wrongSignIn();
  if (account.totp_secret !== null) {
    if (code === undefined || code.trim() === '') throw codeNeeded();
    await useCode(site, account.id, account.totp_secret, account.totp_step, code);
  }
  for (const who of tries) await throttle.forget(who);
  if (account.password_hash !== null && isOutdated(account.password_hash)) await keepAgain(site, account.id, password);
  const token = await startSession(site, account.id);
  const places = placesOf(await grantsOf(site.db, account.id));
  await site.db.transaction().execute(async (tx) => {
    for (const place of places) await writeDown(tx, site, account.id, place, 'signed-in', { from: address });
  });
  return token;
};

/** Uses up a code: when two people send the same code at the same moment, only one of them is signed in. */
const useCode = async (
  { db, now }: Site,
  account: string,
  secret: Buffer,
  last: string | null,
  code: string,
): Promise<void> => {
  const step = totpStep(secret, code, now().getTime(), last === null ? null : Number(last));
  if (step === null) throw wrongCode();
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ totp_step: step })
    .where('id', '=', account)
    .where((is) => is.or([is('totp_step', 'is', null), is('totp_step', '<', String(step))]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw wrongCode();
};

const keepAgain = async ({ db }: Site, account: string, password: string): Promise<void> => {
  const kept = await hashPassword(password);
  await db.updateTable('account').set({ password_hash: kept }).where('id', '=', account).execute();
};

const wrongSignIn = (): Refusal =>
  new Refusal(401, 'wrong-sign-in', {
    fr: 'Le nom ou le mot de passe est faux.',
    en: 'The name or the password is wrong.',
  });

const codeNeeded = (): Refusal =>
  new Refusal(401, 'code-needed', {
    fr: "Donnez aussi le code à six chiffres de votre application d'authentification.",
    en: 'Give the six-digit code of your authenticator application as well.',
  });

export const wrongCode = (): Refusal =>
  new Refusal(401, 'wrong-code', {
    fr: 'Ce code est faux, trop ancien ou déjà utilisé. Attendez le suivant.',
    en: 'This code is wrong, too old or used already. Wait for the next one.',
  });
