/** Descriptions of the routes for phones, for monitoring, and for the description itself. */

import { entrySchema } from '@denba/records/entry';
import { courierKey } from '@denba/sync/courier/courier-key';
import { parcelHead } from '@denba/sync/courier/parcel';
import { packHead, packProof } from '@denba/sync/packs/pack';
import { packKey } from '@denba/sync/packs/pack-key';
import { sealedRecoveryKey } from '@denba/sync/recovery/sealed-recovery-key';
import { bundleAnswer, bundleHead, bundleTail, feedEnd, parcelAnswer, recoveryKeyAnswer } from '@denba/sync/wire';
import * as v from 'valibot';
import { codeRequest, feedQuery } from '../devices/device-routes.ts';
import { joinRequest } from '../devices/join-device.ts';
import { type DescribedRoute, json, lines } from './described-route.ts';

const place = v.object({ id: v.string(), name: v.string() });
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const alive = v.object({ ok: v.boolean() });
const ready = v.object({ ok: v.boolean(), database: v.string() });
const notAppended = v.object({ code: v.string(), acknowledged: whole });

export const syncRoutes: readonly DescribedRoute[] = [
  {
    method: 'GET',
    url: '/healthz',
    who: 'anybody',
    answer: { status: 200, content: json(alive) },
    summary: { fr: 'Le programme tourne.', en: 'The program runs.' },
  },
  {
    method: 'GET',
    url: '/readyz',
    who: 'anybody',
    answer: { status: 200, content: json(ready) },
    more: [{ status: 503, content: json(ready) }],
    summary: { fr: 'Le serveur et sa base de données répondent.', en: 'The server and its database answer.' },
  },
  {
    method: 'POST',
    url: '/api/join-codes',
    who: 'anybody',
    body: json(codeRequest),
    answer: { status: 200, content: json(v.object({ place })) },
    summary: { fr: 'Quel lieu un code ouvre-t-il ?', en: 'Which place does a code open?' },
  },
  {
    method: 'POST',
    url: '/api/devices',
    who: 'anybody',
    body: json(joinRequest),
    answer: {
      status: 201,
      content: json(
        v.object({ place, token: v.string(), serverMs: whole, lostHere: v.boolean(), courierKey, packKey }),
      ),
    },
    summary: { fr: 'Un téléphone se relie à un lieu avec un code.', en: 'A phone joins a place with a code.' },
  },
  {
    method: 'POST',
    url: '/api/sync/bundles',
    who: 'phone',
    body: lines(bundleHead, entrySchema, bundleTail),
    answer: { status: 200, content: json(bundleAnswer) },
    more: [{ status: 409, content: json(notAppended) }],
    summary: {
      fr: 'Remettre la suite de ses saisies, signée par le téléphone ; comprimée (gzip) ou non.',
      en: 'Hand in what follows in its log, signed by the phone; compressed (gzip) or not.',
    },
  },
  {
    method: 'GET',
    url: '/api/sync/feed',
    who: 'phone',
    query: feedQuery,
    answer: {
      status: 200,
      content: lines(v.object({ position: whole, entry: entrySchema }), v.object({ end: feedEnd })),
    },
    summary: {
      fr: 'Lire les saisies du lieu après une position.',
      en: 'Read the entries of the place after a position.',
    },
  },
  {
    method: 'GET',
    url: '/api/sync/places',
    who: 'phone',
    answer: {
      status: 200,
      content: json(
        v.object({
          places: v.array(v.object({ ...place.entries, kind: v.string() })),
          courierKey,
          packKey,
          pack: v.nullable(v.string()),
        }),
      ),
    },
    summary: {
      fr: 'Les lieux où référer, le protocole du centre, et les clés des envois sans internet et des protocoles.',
      en: 'The places to refer to, the protocol of the centre, and the keys of carried parcels and of protocols.',
    },
  },
  {
    method: 'GET',
    url: '/api/sync/packs/:id',
    who: 'phone',
    answer: { status: 200, content: lines(packHead, v.looseObject({}), packProof) },
    summary: {
      fr: 'Un protocole par son nom : qui en répond, puis son contenu ; comprimé (brotli, gzip) ou non.',
      en: 'A protocol by its name: who vouches for it, then its content; compressed (brotli, gzip) or not.',
    },
  },
  {
    method: 'POST',
    url: '/api/sync/courier',
    who: 'phone',
    body: lines(parcelHead, v.string(), v.string()),
    answer: { status: 200, content: json(parcelAnswer) },
    summary: {
      fr: "Remettre un envoi fermé d'un autre téléphone : trois lignes, dont la première seule est du JSON.",
      en: 'Hand over a sealed parcel of another phone: three lines, of which only the first is JSON.',
    },
  },
  {
    method: 'POST',
    url: '/api/sync/letters',
    who: 'letter',
    body: lines(parcelHead, v.string(), v.string()),
    answer: { status: 200, content: json(parcelAnswer) },
    summary: {
      fr: "Le même envoi fermé, posté par le navigateur du téléphone sans qu'on l'ouvre : avec le laissez-passer, pas le jeton.",
      en: 'The same sealed parcel, posted by the browser of the phone without its being unlocked: by the pass, not the token.',
    },
  },
  {
    method: 'PUT',
    url: '/api/sync/recovery-key',
    who: 'phone',
    body: json(sealedRecoveryKey),
    answer: { status: 200, content: json(recoveryKeyAnswer) },
    summary: {
      fr: 'Remettre la clé de secours du téléphone, fermée pour le serveur.',
      en: 'Hand in the recovery key of the phone, sealed to the server.',
    },
  },
  {
    method: 'GET',
    url: '/api/docs',
    who: 'anybody',
    answer: { status: 200, content: { type: 'text/html' } },
    summary: { fr: 'Cette page.', en: 'This page.' },
  },
  {
    method: 'GET',
    url: '/api/docs/openapi.json',
    who: 'anybody',
    answer: { status: 200, content: json(v.looseObject({ openapi: v.string(), paths: v.looseObject({}) })) },
    summary: { fr: 'Cette page, pour les programmes (OpenAPI 3.1).', en: 'This page for programs (OpenAPI 3.1).' },
  },
];
