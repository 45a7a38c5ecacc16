/** What can still be read of the table of contents, index and journal when they have to be rebuilt. */

import type { EntryName } from '../../contents/entry-name.ts';
import { openIndexPart } from '../../contents/index-part.ts';
import { type JournalRecord, openJournalRecord } from '../../contents/journal.ts';
import type { StoredContents } from '../../contents/load-contents.ts';
import type { OwnLog } from '../../contents/own-log.ts';
import { segmentPlace } from '../../contents/segment.ts';
import { namesIn } from '../../contents/segment-label.ts';
import { openToc, type Toc } from '../../contents/toc.ts';
import type { Sealer } from '../../sealing/sealer.ts';
import { loosePlace } from '../read-entries.ts';

export type Remnants = {
  readonly toc: Toc | null;
  /** The end of our log; `null`: a record that is needed to know it cannot be read. */
  readonly log: OwnLog | null;
  /** The entries that a place holds, for places that cannot be read. */
  readonly namesAt: ReadonlyMap<string, readonly EntryName[]>;
};

export const readRemnants = async (sealer: Sealer, stored: StoredContents): Promise<Remnants> => {
  const toc = await openToc(sealer, new Map(stored.state).get('toc'));
  const namesAt = new Map<string, readonly EntryName[]>();
  for (const [part, sealed] of stored.index) {
    const labels = await openIndexPart(sealer, String(part), toc?.index[String(part)] ?? 0, sealed);
    for (const label of labels ?? []) namesAt.set(segmentPlace(label.id), namesIn(label));
  }
  let log: OwnLog | null = toc?.log ?? null;
  for (const [number, sealed] of stored.journal) {
    const record: JournalRecord<unknown> | null = await openJournalRecord(sealer, Number(number), sealed);
    for (const [place, name] of record?.loose ?? []) namesAt.set(loosePlace(place), [name]);
    if (Number(number) > (toc?.rowsUpTo ?? 0)) log = log === null || record === null ? null : record.log;
  }
  return { toc, log, namesAt };
};
