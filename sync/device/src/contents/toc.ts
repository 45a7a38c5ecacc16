/**
 * The table of contents: the one record that says which pages and index parts are the current ones, and where the log
 * ends. It is written in the transaction that changes them, so it is never older than they are.
 */
import type { FamilyId } from '@denba/records/ids';
import type { Sealer } from '../sealing/sealer.ts';
import { put, type Write } from '../store/store.ts';
import type { EntryName } from './entry-name.ts';
import type { OwnLog } from './own-log.ts';

export type Toc = {
  readonly rowVersion: string;
  /** Incremented with each writing of pages or index. */
  readonly epoch: number;
  /** Versions of the pages 0, 1, 2…: each page is encrypted for its version, so that an old page does not open. */
  readonly pages: readonly number[];
  /** Versions of the parts of the index, by part. */
  readonly index: Readonly<Record<string, number>>;
  /** Number of the last journal record whose rows are in the pages. */
  readonly rowsUpTo: number;
  readonly nextLoose: number;
  readonly nextSegment: number;
  /** The end of the log as of `rowsUpTo`; the same holds for `links`. */
  readonly log: OwnLog;
  readonly links: readonly (readonly FamilyId[])[];
  readonly damage: readonly (readonly [place: string, entries: readonly EntryName[] | null])[];
};

export const newToc = (rowVersion: string, log: OwnLog): Toc => ({
  rowVersion,
  epoch: 1,
  pages: [],
  index: {},
  rowsUpTo: 0,
  nextLoose: 1,
  nextSegment: 1,
  log,
  links: [],
  damage: [],
});

const PLACE = 'state/toc';

export const putToc = async (sealer: Sealer, toc: Toc): Promise<Write> =>
  put('state', 'toc', await sealer.sealText(PLACE, JSON.stringify(toc)));

export const openToc = async (sealer: Sealer, sealed: unknown): Promise<Toc | null> => {
  const text = await sealer.openText(PLACE, sealed);
  return text === null ? null : (JSON.parse(text) as Toc);
};
