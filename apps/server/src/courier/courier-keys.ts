/**
 * The courier key pairs of this server, or of all servers on one database: the newest is given to phones, all of them
 * can decrypt.
 */
import { toBase64Url } from '@denba/sync/base64-url';
import type { CourierKey } from '@denba/sync/courier/courier-key';
import { makeCourierKey, type PrivateKey } from '@denba/sync/courier/seal-parcel';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * Creates a key when there is none: at the first start. Two servers that start at once create two; both can decrypt.
 */
export const currentCourierKey = async (db: Kysely<Tables>, now: Date): Promise<CourierKey> => {
  const kept = await newest(db);
  if (kept !== null) return kept;
  const { id, publicKey, privateKey } = await makeCourierKey();
  const [public_key, private_key] = [Buffer.from(publicKey, 'base64url'), Buffer.from(privateKey)];
  await db.insertInto('courier_key').values({ id, public_key, private_key, made_at: now }).execute();
  return { id, publicKey };
};

/** Returns `null` when the key is not one of this server's. */
export const privateCourierKey = async (db: Kysely<Tables>, id: string): Promise<PrivateKey | null> => {
  const row = await db.selectFrom('courier_key').select('private_key').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : new Uint8Array(row.private_key);
};

const newest = async (db: Kysely<Tables>): Promise<CourierKey | null> => {
  const row = await db
    .selectFrom('courier_key')
    .select(['id', 'public_key'])
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, publicKey: toBase64Url(row.public_key) };
};
