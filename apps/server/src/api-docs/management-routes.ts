/** Descriptions of the routes for people who manage the server by a program; the pages at /admin do the same. */
import type { Text } from '@denba/quantities/text';
import * as v from 'valibot';
import { setAside } from '../devices/quarantine.ts';
import { newAccount, oneRole } from '../people/accounts.ts';
import { newIdentity } from '../people/identities.ts';
import { newPassword, newTotp, noTotp } from '../people/own-account.ts';
import { setupRequest } from '../people/set-up.ts';
import { signInRequest } from '../people/sign-in.ts';
import { newPlace } from '../places/create-place.ts';
import { importRequest } from '../places/import-places.ts';
import { type DescribedRoute, json } from './described-route.ts';

const id = v.looseObject({ id: v.string() });
const listOf = (name: string) => v.object({ [name]: v.array(v.looseObject({})) });
const password = v.object({ id: v.string(), password: v.string() });

const route = (
  method: DescribedRoute['method'],
  url: string,
  summary: Text,
  given: { readonly body?: v.GenericSchema; readonly status?: number; readonly gives?: v.GenericSchema } = {},
  who: DescribedRoute['who'] = 'session',
): DescribedRoute => {
  const { body, gives, status = gives === undefined ? 204 : 200 } = given;
  return {
    method,
    url,
    who,
    summary,
    ...(body === undefined ? {} : { body: json(body) }),
    answer: { status, ...(gives === undefined ? {} : { content: json(gives) }) },
  };
};

export const managementRoutes: readonly DescribedRoute[] = [
  route(
    'POST',
    '/api/setup',
    { fr: 'Faire le premier compte.', en: 'Make the first account.' },
    { body: setupRequest, status: 201, gives: id },
    'anybody',
  ),
  route(
    'POST',
    '/api/session',
    { fr: 'Se connecter ; la session est un cookie.', en: 'Sign in; the session is a cookie.' },
    { body: signInRequest, status: 201, gives: v.object({ ok: v.boolean() }) },
    'anybody',
  ),
  route('DELETE', '/api/session', { fr: 'Se déconnecter.', en: 'Sign out.' }),
  route(
    'GET',
    '/api/me',
    { fr: 'Qui est connecté, et ses rôles.', en: 'Who is signed in, with her roles.' },
    { gives: v.object({ account: id, roles: v.array(oneRole) }) },
  ),
  route(
    'PUT',
    '/api/me/password',
    { fr: 'Changer son mot de passe.', en: 'Replace one’s own password.' },
    { body: newPassword },
  ),
  route(
    'GET',
    '/api/me/totp',
    { fr: "Un secret pour l'application d'authentification.", en: 'A secret for the authenticator.' },
    { gives: v.object({ secret: v.string(), address: v.string() }) },
  ),
  route(
    'PUT',
    '/api/me/totp',
    { fr: "Activer l'application d'authentification.", en: 'Turn the authenticator on.' },
    { body: newTotp },
  ),
  route(
    'DELETE',
    '/api/me/totp',
    { fr: "Arrêter l'application d'authentification.", en: 'Turn the authenticator off.' },
    { body: noTotp },
  ),
  route('GET', '/api/accounts', { fr: 'Les comptes.', en: 'The accounts.' }, { gives: listOf('accounts') }),
  route(
    'POST',
    '/api/accounts',
    { fr: 'Faire un compte.', en: 'Make an account.' },
    { body: newAccount, status: 201, gives: password },
  ),
  route('POST', '/api/accounts/:account/roles', { fr: 'Donner un rôle.', en: 'Give a role.' }, { body: oneRole }),
  route('DELETE', '/api/accounts/:account/roles', { fr: 'Retirer un rôle.', en: 'Take a role.' }, { body: oneRole }),
  route(
    'POST',
    '/api/accounts/:account/password',
    { fr: 'Faire un nouveau mot de passe.', en: 'Make a new password.' },
    { gives: password },
  ),
  route(
    'PUT',
    '/api/accounts/:account/identity',
    {
      fr: "Permettre la connexion par le fournisseur d'identité.",
      en: 'Allow signing in through the identity provider.',
    },
    { body: newIdentity },
  ),
  route('DELETE', '/api/accounts/:account/identity', {
    fr: "Ne plus permettre la connexion par le fournisseur d'identité.",
    en: 'No longer allow signing in through the identity provider.',
  }),
  route('POST', '/api/accounts/:account/close', { fr: 'Fermer un compte.', en: 'Close an account.' }),
  route('GET', '/api/places', { fr: 'Les lieux.', en: 'The places.' }, { gives: listOf('places') }),
  route(
    'POST',
    '/api/places',
    { fr: 'Ajouter un lieu.', en: 'Add a place.' },
    { body: newPlace, status: 201, gives: id },
  ),
  route(
    'POST',
    '/api/places/import',
    { fr: 'Ajouter une liste de lieux.', en: 'Add a list of places.' },
    { body: importRequest, gives: v.looseObject({ done: v.boolean() }) },
  ),
  {
    method: 'GET',
    url: '/api/places/export',
    who: 'session',
    answer: { status: 200, content: { type: 'text/csv' } },
    summary: { fr: 'La liste des lieux, en CSV.', en: 'The list of places, as CSV.' },
  },
  route(
    'GET',
    '/api/places/:place/devices',
    { fr: "Les téléphones d'un lieu.", en: 'The phones of a place.' },
    { gives: listOf('devices') },
  ),
  route(
    'POST',
    '/api/places/:place/join-codes',
    { fr: 'Un code pour relier un téléphone.', en: 'A code that joins a phone.' },
    { status: 201, gives: v.object({ code: v.string(), address: v.string() }) },
  ),
  route('POST', '/api/devices/:device/revoke', { fr: 'Déclarer un téléphone perdu.', en: 'Report a phone lost.' }),
  route(
    'GET',
    '/api/places/:place/quarantine',
    { fr: "Ce qui n'a pas pu rejoindre les dossiers.", en: 'What could not join the record.' },
    { gives: listOf('quarantine') },
  ),
  route(
    'POST',
    '/api/places/:place/quarantine/set-aside',
    { fr: 'Mettre de côté, avec une note.', en: 'Set aside, with a note.' },
    { body: setAside },
  ),
];
