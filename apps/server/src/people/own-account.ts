/** Changes of one's own account: password, authenticator on and off. Each requires the present password. */
import type { Transaction, Updateable } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { type Site, writeDown } from '../site.ts';
import { placesOf } from './authorisation.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { passwordProblem, passwordTexts } from './password-rules.ts';
import { endSessionsOf } from './sessions.ts';
import { wrongCode } from './sign-in.ts';
import type { SignedIn } from './signed-in.ts';
import { fromBase32, totpStep } from './totp.ts';

const password = v.pipe(v.string(), v.maxLength(1000));

export const newPassword = v.object({ current: password, next: password });
/** `secret`: in base 32, as the page offered it; the code proves that the authenticator holds it. */
export const newTotp = v.object({
  current: password,
  secret: v.pipe(v.string(), v.maxLength(100)),
  code: v.pipe(v.string(), v.maxLength(20)),
});
export const noTotp = v.object({ current: password });

/** Also ends the other sessions of this account. */
export const replacePassword = async (
  site: Site,
  viewer: SignedIn,
  { current, next }: v.InferOutput<typeof newPassword>,
): Promise<void> => {
  await prove(site, viewer, current);
  const { id, name, signInName } = viewer.account;
  const kept = await keptPassword(next, [name, signInName]);
  if (await isPassword(current, kept)) throw samePasswordAgain();
  await site.db.transaction().execute(async (tx) => {
    await change(tx, site, viewer, 'password-replaced', { password_hash: kept, password_made: false });
    await endSessionsOf(tx, id, viewer.token);
  });
};

export const turnOnTotp = async (
  site: Site,
  viewer: SignedIn,
  { current, secret: typed, code }: v.InferOutput<typeof newTotp>,
): Promise<void> => {
  await prove(site, viewer, current);
  const secret = fromBase32(typed);
  const step = secret === null ? null : totpStep(secret, code, site.now().getTime(), null);
  if (secret === null || step === null) throw wrongCode();
  await site.db.transaction().execute(async (tx) => {
    await change(tx, site, viewer, 'authenticator-on', { totp_secret: secret, totp_step: step });
    // Ends the sessions that were opened without the authenticator.
    await endSessionsOf(tx, viewer.account.id, viewer.token);
  });
};

export const turnOffTotp = async (site: Site, viewer: SignedIn, current: string): Promise<void> => {
  await prove(site, viewer, current);
  await site.db
    .transaction()
    .execute((tx) => change(tx, site, viewer, 'authenticator-off', { totp_secret: null, totp_step: null }));
};

const change = async (
  tx: Transaction<Tables>,
  site: Site,
  { account: { id }, grants }: SignedIn,
  act: string,
  values: Updateable<Tables['account']>,
): Promise<void> => {
  await tx.updateTable('account').set(values).where('id', '=', id).execute();
  for (const place of placesOf(grants)) await writeDown(tx, site, id, place, act);
};

/** Returns the password hash. Throws a `Refusal` when the password is not good enough. */
export const keptPassword = (typed: string, names: readonly string[]): Promise<string> => {
  const problem = passwordProblem(typed, names);
  if (problem !== null) throw new Refusal(422, `password-${problem}`, passwordTexts[problem]);
  return hashPassword(typed);
};

/** Verifies the present password, because somebody else may use a session that was left open. */
const prove = async ({ db }: Site, { account }: SignedIn, current: string): Promise<void> => {
  const { password_hash } = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', account.id)
    .executeTakeFirstOrThrow();
  if (!(await isPassword(current, password_hash))) throw wrongPassword();
};

const wrongPassword = (): Refusal =>
  new Refusal(403, 'wrong-password', {
    fr: "Le mot de passe actuel n'est pas celui-ci.",
    en: 'This is not the current password.',
  });

const samePasswordAgain = (): Refusal =>
  new Refusal(422, 'password-same', {
    fr: "C'est le mot de passe que vous avez déjà. Choisissez-en un autre.",
    en: 'This is the password that you have already. Choose another one.',
  });
