/**
 * Stores a pack: that of this release at every start, others when somebody uploads them. A stored pack is never
 * deleted.
 */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { JsonValue } from '@denba/records/canonical-json';
import { type Pack, packOf } from '@denba/sync/packs/pack';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Returns its id: the pack of places that were given no other. */
export const keepShippedPack = async (db: Kysely<Tables>, protocol: CompiledProtocol, now: Date): Promise<string> => {
  const pack = await packOf(protocol as unknown as JsonValue);
  await keepPack(db, pack, protocol, { by: null, at: now });
  return pack.id;
};

type Brought = { readonly by: string | null; readonly at: Date };

/** `protocol`: the parsed content. Returns `false` when the pack was stored already. */
export const keepPack = async (
  db: Kysely<Tables>,
  { id, content }: Pick<Pack, 'id' | 'content'>,
  { id: protocol, version, title, overlays }: CompiledProtocol,
  { by, at }: Brought,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('protocol_pack')
    .values({
      id,
      protocol,
      version,
      title_fr: title.fr,
      title_en: title.en,
      brought_by: by,
      brought_at: at,
      overlays: overlays.map((overlay) => overlay.id).join('+'),
      content: await promisify<Buffer, Buffer>(deflateRaw)(Buffer.from(content)),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Returns `null` when the pack is not stored here. */
export const readContent = async (db: Kysely<Tables>, id: string): Promise<string | null> => {
  const row = await db.selectFrom('protocol_pack').select('content').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : (await promisify<Buffer, Buffer>(inflateRaw)(row.content)).toString();
};
