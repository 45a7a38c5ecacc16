/** What would change at a place if it were given another pack, in clinical words, to be read before that is done. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolDifference } from '@denba/protocols/overlay/protocol-difference';
import type { Text } from '@denba/quantities/text';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { readContent } from './keep-pack.ts';

/** Returns `null` when one of the two packs is not stored here. */
export const packDifference = async (
  db: Kysely<Tables>,
  before: string,
  after: string,
): Promise<readonly Text[] | null> => {
  const [was, is] = [await readContent(db, before), await readContent(db, after)];
  if (was === null || is === null) return null;
  // Packs are validated before they are stored.
  return protocolDifference(JSON.parse(was) as CompiledProtocol, JSON.parse(is) as CompiledProtocol);
};
