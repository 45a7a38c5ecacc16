/** The change that one save makes, as one small record, kept until the pages are written again. */
import type { FamilyId } from '@denba/records/ids';
import { utf8 } from '../sealing/bytes.ts';
import type { Sealer } from '../sealing/sealer.ts';
import { put, type Write } from '../store/store.ts';
import type { CardChanges } from './cards.ts';
import type { EntryName } from './entry-name.ts';
import type { OwnLog } from './own-log.ts';

export type JournalRecord<Row> = {
  readonly log: OwnLog;
  /** Entries that this save put on the shelf `loose`. */
  readonly loose: readonly (readonly [place: number, name: EntryName])[];
  readonly cards: CardChanges<Row>;
  /** Groups of families that this save links. */
  readonly links: readonly (readonly FamilyId[])[];
};

export const putJournalRecord = async <Row>(
  sealer: Sealer,
  number: number,
  record: JournalRecord<Row>,
): Promise<Write> => {
  const [place, text] = [`journal/${number}`, JSON.stringify(record)];
  // A save is not compressed: the health worker waits for it, and its record is soon replaced by the pages.
  const sealed = record.loose.length > 0 ? sealer.seal(place, utf8(text)) : sealer.sealText(place, text);
  return put('journal', number, await sealed);
};

export const openJournalRecord = async <Row>(
  sealer: Sealer,
  number: number,
  sealed: unknown,
): Promise<JournalRecord<Row> | null> => {
  const text = await sealer.openText(`journal/${number}`, sealed);
  return text === null ? null : (JSON.parse(text) as JournalRecord<Row>);
};
