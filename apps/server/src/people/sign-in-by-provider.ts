/**
 * Signing in through the identity provider. Asking for a second factor is up to the provider. Every refusal is audited
 * at the root place with its reason; the person gets the same answer whether there is no account, a closed one or
 * somebody else's.
 */
import { addAudit } from '@denba/sync-server/audit';
import { Refusal } from '../http/refusal.ts';
import type { Throttle } from '../http/throttle.ts';
import { rootPlace } from '../places/create-place.ts';
import { type Site, writeDown } from '../site.ts';
import { placesOf } from './authorisation.ts';
import { accountOf } from './identities.ts';
import type { IdentityProvider, ProviderProblem } from './identity-provider.ts';
import { startSession } from './sessions.ts';
import { grantsOf } from './viewer.ts';

type Given = { readonly provider: IdentityProvider; readonly throttle: Throttle; readonly address: string };

/** Returns the URL to which the browser is sent, and the secrets that it keeps meanwhile. Throws a `Refusal`. */
export const beginByProvider = async (site: Site, { provider, throttle, address }: Given) => {
  await throttle.ask(`provider ${address}`);
  const begun = await provider.begin();
  if (!begun.ok) throw await refused(site, provider, begun.error);
  return begun.value;
};

/** Returns the token of the session. Throws a `Refusal`. */
export const finishByProvider = async (
  site: Site,
  { provider, throttle, address }: Given,
  search: string,
  kept: string | null,
): Promise<string> => {
  const back = `provider-return ${address}`;
  await throttle.ask(back);
  const identity = await provider.finish(search, kept);
  if (!identity.ok) throw await refused(site, provider, identity.error);
  const opened = await accountOf(site.db, identity.value, site.now());
  if (opened === null) {
    await writeRefusal(site, identity.value.email === null ? 'no-account-no-verified-email' : 'no-account');
    throw opensNothing(provider.name);
  }
  for (const who of [`provider ${address}`, back]) await throttle.forget(who);
  const { account, boundNow } = opened;
  const places = placesOf(await grantsOf(site.db, account));
  await site.db.transaction().execute(async (tx) => {
    // Removes a password that somebody else made for her and still knows: it is no longer needed.
    await tx
      .updateTable('account')
      .set({ password_hash: null, password_made: false })
      .where('id', '=', account)
      .where('password_made', '=', true)
      .execute();
    for (const place of places) {
      if (boundNow) await writeDown(tx, site, account, place, 'identity-bound');
      await writeDown(tx, site, account, place, 'signed-in', { by: 'identity-provider', from: address });
    }
  });
  return startSession(site, account);
};

const refused = async (site: Site, { name }: IdentityProvider, problem: ProviderProblem): Promise<Refusal> => {
  await writeRefusal(site, `${problem.kind}: ${problem.code}`.slice(0, 120));
  return refusalOf(name, problem);
};

const writeRefusal = async ({ db, now }: Site, reason: string): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const root = await rootPlace(tx);
    // Without any place there is no account yet either.
    if (root === null) return;
    const event = { actor: 'identity-provider', act: 'sign-in-refused', family: null, detail: { reason } };
    await addAudit(tx, root.id, now(), [event]);
  });
};

const refusalOf = (name: string, { kind }: ProviderProblem): Refusal => {
  switch (kind) {
    case 'unreachable':
      return new Refusal(424, 'provider-unreachable', {
        fr: `${name} ne répond pas. Attendez un peu, ou connectez-vous avec un mot de passe.`,
        en: `${name} does not answer. Wait a little, or sign in with a password.`,
      });
    case 'declined':
      return new Refusal(401, 'provider-declined', {
        fr: `${name} ne vous a pas connecté. Vous pouvez recommencer.`,
        en: `${name} did not sign you in. You may try again.`,
      });
    case 'clock':
      return new Refusal(401, 'provider-clock', {
        fr: `L'heure du serveur et celle de ${name} ne sont pas d'accord. Prévenez la personne qui s'occupe du serveur.`,
        en: `The clocks of the server and of ${name} do not agree. Tell whoever looks after the server.`,
      });
    case 'notCompleted':
      return new Refusal(401, 'provider-not-completed', {
        fr: "La connexion n'a pas abouti. Recommencez depuis cette page.",
        en: 'Signing in was not completed. Begin again from this page.',
      });
  }
};

const opensNothing = (name: string): Refusal =>
  new Refusal(401, 'provider-opens-nothing', {
    fr: `Votre compte ${name} n'ouvre pas Denba. Demandez à la personne qui gère les comptes.`,
    en: `Your ${name} account does not open Denba. Ask whoever looks after the accounts.`,
  });
