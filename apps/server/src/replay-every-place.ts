/** Rebuilds the summaries and facts of every place from entries (`sync/server`, replay-summaries), place by place. */
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { type Replayed, replaySummaries } from '@denba/sync-server/replay-summaries';
import type { Kysely } from 'kysely';
import type { Tables } from './database/tables.ts';
import { foldForLists } from './fold-for-lists.ts';

export type ReplayedPlace = Replayed & { readonly place: string; readonly name: string };

/** Places without entries and summaries are left out. */
export async function* replayEveryPlace(
  db: Kysely<Tables>,
  { protocol, write }: { readonly protocol: CompiledProtocol; readonly write: boolean },
): AsyncGenerator<ReplayedPlace> {
  const fold = foldForLists(followUpRules(protocol));
  const places = await db.selectFrom('place').select(['id', 'name']).orderBy('path').execute();
  for (const { id, name } of places) {
    const replayed = await replaySummaries(db, id, { fold, write });
    if (replayed.families + replayed.differences.length > 0) yield { place: id, name, ...replayed };
  }
}
