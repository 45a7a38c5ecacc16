/**
 * Identifies the phone that sends a request by its token. A revoked phone is told that it is revoked, and nothing else.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { tokenHash } from './join-device.ts';

export type KnownDevice = {
  readonly id: string;
  readonly place: string;
  readonly facility: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
};

/** `authorization`: the unparsed header. */
export const knownDevice = async (db: Kysely<Tables>, authorization: string | undefined): Promise<KnownDevice> => {
  const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1];
  if (token === undefined) throw notJoined();
  return deviceOf(db, tokenHash(token));
};

/**
 * Identifies a phone by its pass instead of its token: the `letterPass` of `sync/device`, which equals the stored hash
 * of the token. It allows posting encrypted and signed parcels, and no reading.
 */
export const knownByPass = async (db: Kysely<Tables>, authorization: string | undefined): Promise<KnownDevice> => {
  const pass = /^Letter ([\w-]{43})$/.exec(authorization ?? '')?.[1];
  if (pass === undefined) throw notJoined();
  return deviceOf(db, Buffer.from(pass, 'base64url'));
};

const deviceOf = async (db: Kysely<Tables>, hash: Buffer): Promise<KnownDevice> => {
  const device = await db
    .selectFrom('device')
    .select(['id', 'place_id', 'facility', 'public_key', 'revoked_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (device === undefined) throw notJoined();
  if (device.revoked_at !== null) throw revoked();
  const { id, place_id: place, facility, public_key: key } = device;
  return { id, place, facility, publicKey: new Uint8Array(key) };
};

const notJoined = (): Refusal =>
  new Refusal(401, 'device-not-joined', {
    fr: "Ce téléphone n'est pas relié à un centre. Reliez-le avec un code.",
    en: 'This phone is not joined to a centre. Join it with a code.',
  });

/** A phone that gets this answer shows no record any more; it can only hand over what it had not sent. */
const revoked = (): Refusal =>
  new Refusal(410, 'device-revoked', {
    fr: 'Ce téléphone a été déclaré perdu. Il ne peut plus rien envoyer ni recevoir.',
    en: 'This phone was reported lost. It can no longer send or receive.',
  });
