/**
 * The key with which this server, or all servers on one database, signs packs. Phones trust the key that they got on
 * joining, so the oldest one counts: two servers that each create one at the same moment agree from the next query on.
 */
import { toBase64Url } from '@denba/sync/base64-url';
import { makePackKey, type PackKey, type PackKeyPair } from '@denba/sync/packs/pack-key';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Creates the key when there is none: at the first start. */
export const packKeyPair = async (db: Kysely<Tables>, now: Date): Promise<PackKeyPair> => {
  const kept = await oldest(db);
  if (kept !== null) return kept;
  const { id, publicKey, privateKey } = await makePackKey();
  const [public_key, private_key] = [Buffer.from(publicKey, 'base64url'), Buffer.from(privateKey)];
  await db.insertInto('pack_key').values({ id, public_key, private_key, made_at: now }).execute();
  return (await oldest(db)) ?? { id, publicKey, privateKey };
};

/** The public part, which phones get. */
export const publicPackKey = async (db: Kysely<Tables>, now: Date): Promise<PackKey> => {
  const { id, publicKey } = await packKeyPair(db, now);
  return { id, publicKey };
};

const oldest = async (db: Kysely<Tables>): Promise<PackKeyPair | null> => {
  const row = await db.selectFrom('pack_key').selectAll().orderBy('made_at').orderBy('id').limit(1).executeTakeFirst();
  if (row === undefined) return null;
  return { id: row.id, publicKey: toBase64Url(row.public_key), privateKey: new Uint8Array(row.private_key) };
};
