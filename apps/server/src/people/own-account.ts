/** What somebody does with her own account: another password, an authenticator, or none any more. Each takes her password. */
import * as v from 'valibot';
import { Refusal } from '../http/refusal.ts';
import type { Site } from '../site.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { passwordProblem, passwordTexts } from './password-rules.ts';
import { endSessionsOf } from './sessions.ts';
import { wrongCode } from './sign-in.ts';
import type { SignedIn } from './signed-in.ts';
import { fromBase32, totpStep } from './totp.ts';

const password = v.pipe(v.string(), v.maxLength(1000));

export const newPassword = v.object({ current: password, next: password });
/** `secret`: in base 32, as the page offered it; she proves with a code that her application holds it. */
export const newTotp = v.object({
  current: password,
  secret: v.pipe(v.string(), v.maxLength(100)),
  code: v.pipe(v.string(), v.maxLength(20)),
});
export const noTotp = v.object({ current: password });

/** Whoever else is signed in to her account is no longer. */
export const replacePassword = async (
  site: Site,
  viewer: SignedIn,
  { current, next }: v.InferOutput<typeof newPassword>,
): Promise<void> => {
  await prove(site, viewer, current);
  const { id, name, signInName } = viewer.account;
  const kept = await keptPassword(next, [name, signInName]);
  if (await isPassword(current, kept)) throw samePasswordAgain();
  await site.db
    .updateTable('account')
    .set({ password_hash: kept, password_made: false })
    .where('id', '=', id)
    .execute();
  await endSessionsOf(site.db, id, viewer.token);
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
  await site.db
    .updateTable('account')
    .set({ totp_secret: secret, totp_step: step })
    .where('id', '=', viewer.account.id)
    .execute();
};

export const turnOffTotp = async (site: Site, viewer: SignedIn, current: string): Promise<void> => {
  await prove(site, viewer, current);
  await site.db
    .updateTable('account')
    .set({ totp_secret: null, totp_step: null })
    .where('id', '=', viewer.account.id)
    .execute();
};

/** As it is kept. Throws a `Refusal` when it is not good enough. */
export const keptPassword = (typed: string, names: readonly string[]): Promise<string> => {
  const problem = passwordProblem(typed, names);
  if (problem !== null) throw new Refusal(422, `password-${problem}`, passwordTexts[problem]);
  return hashPassword(typed);
};

/** The session may have been left open on somebody else's table. */
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
