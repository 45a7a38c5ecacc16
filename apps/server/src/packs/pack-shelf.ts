/**
 * The stored packs as the pages of the portal read them. The latest ones are cached, so that a booklet is made only
 * once.
 */
import type { PackShelf, ShelvedPack } from '@denba/portal/protocol/pack-shelf';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { isPackId } from '@denba/sync/packs/pack';
import type { Kysely } from 'kysely';
import { packName } from '../admin/packs/say-pack.ts';
import type { Tables } from '../database/tables.ts';
import { readContent } from './keep-pack.ts';
import { listPacks } from './list-packs.ts';
import { packOfPlace } from './pack-of-place.ts';

/** Number of cached packs, each some megabytes. */
const KEPT = 4;

export const packShelf = (db: Kysely<Tables>, shippedPack: string | null, now: () => Date): PackShelf => {
  const kept = new Map<string, ShelvedPack>();
  const read = async (id: string): Promise<ShelvedPack | null> => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    if (!isPackId(id)) return null;
    const listed = (await listPacks(db)).find((one) => one.id === id);
    const content = listed === undefined ? null : await readContent(db, id);
    if (listed === undefined || content === null) return null;
    // Packs are validated before they are stored.
    const pack = { id, name: packName(listed), protocol: JSON.parse(content) as CompiledProtocol };
    kept.set(id, pack);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    return pack;
  };
  return {
    read,
    ofPlace: async (path) => {
      const has = await packOfPlace(db, path, shippedPack, now());
      const pack = has === null ? null : await read(has.pack);
      return has === null || pack === null ? null : { pack, from: has.from };
    },
    list: async () => (await listPacks(db)).map((pack) => ({ id: pack.id, name: packName(pack) })),
  };
};
