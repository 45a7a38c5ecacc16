/** Identifies the person who makes a request, by its cookie. */
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../http/refusal.ts';
import type { Site } from '../site.ts';
import { sessionAccount, tokenOf } from './sessions.ts';
import { readViewer, type Viewer } from './viewer.ts';

export type SignedIn = Viewer & { readonly token: string };

/** Returns `null` when nobody is signed in. */
export const whoAsks = async (site: Site, secure: boolean, request: FastifyRequest): Promise<SignedIn | null> => {
  const token = tokenOf(request.headers.cookie, secure);
  const account = token === null ? null : await sessionAccount(site, token);
  const viewer = account === null ? null : await readViewer(site.db, account);
  return viewer === null || token === null ? null : { ...viewer, token };
};

/** Throws a `Refusal` when nobody is signed in. */
export const signedIn = async (site: Site, secure: boolean, request: FastifyRequest): Promise<SignedIn> => {
  const viewer = await whoAsks(site, secure, request);
  if (viewer === null) throw notSignedIn();
  return viewer;
};

/** Like `signedIn`, but also throws while a password made by somebody else has to be replaced. */
export const mayAct = async (site: Site, secure: boolean, request: FastifyRequest): Promise<SignedIn> => {
  const viewer = await signedIn(site, secure, request);
  if (viewer.account.passwordMade) throw passwordToReplace();
  return viewer;
};

const notSignedIn = (): Refusal =>
  new Refusal(401, 'not-signed-in', {
    fr: "Connectez-vous d'abord : la session est finie ou n'a pas commencé.",
    en: 'Sign in first: the session is over or has not begun.',
  });

const passwordToReplace = (): Refusal =>
  new Refusal(403, 'password-to-replace', {
    fr: "Choisissez d'abord un mot de passe à vous : celui-ci a été fait par quelqu'un d'autre.",
    en: 'First choose a password of your own: this one was made by somebody else.',
  });
