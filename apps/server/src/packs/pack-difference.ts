/** What a place would have otherwise than now, in clinical words: read before a protocol is given. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolDifference } from '@denba/protocols/overlay/protocol-difference';
import type { Text } from '@denba/quantities/text';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { readContent } from './keep-pack.ts';

/** `null`: one of the two is not kept here. */
export const packDifference = async (
  db: Kysely<Tables>,
  before: string,
  after: string,
): Promise<readonly Text[] | null> => {
  const [was, is] = [await readContent(db, before), await readContent(db, after)];
  if (was === null || is === null) return null;
  // What is kept was run before it was kept.
  return protocolDifference(JSON.parse(was) as CompiledProtocol, JSON.parse(is) as CompiledProtocol);
};
