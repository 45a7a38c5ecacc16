/**
 * Reads a backup chunk by chunk and passes on its contents. A damaged chunk is counted and skipped, so that everything
 * readable in a damaged file is restored.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Entry, parseEntry } from '@denba/records/entry';
import type { Centre, Progress, SaveError } from '../device.ts';
import type { Stretch } from '../keys/stretch.ts';
import { type Bytes, textOf } from '../sealing/bytes.ts';
import { blobCoding } from '../session/sealed-values.ts';
import { backupSealer, chunkPlace, readBackupHead, readChunk, type StartChunk } from './backup-file.ts';

export type Restoring = {
  readonly stretch: Stretch;
  /** Called with the centre that the backup belongs to, before anything is passed on; `false` stops the restoration. */
  readonly takes: (from: Centre) => boolean;
  readonly addEntries: (entries: readonly Entry[]) => Promise<Result<void, SaveError>>;
  readonly addMedia: (name: string, blob: Blob) => Promise<void>;
  readonly onProgress: Progress;
};

export type UnreadableFile =
  | { readonly kind: 'notABackup' | 'wrongPassword' }
  | { readonly kind: 'otherCentre'; readonly centre: Centre };

/** Number of entries passed on at once, so that each transaction carries enough. */
const TOGETHER = 2000;

/** Returns how many chunks and entries could not be read; a missing end of the file counts as one. */
export const restoreChunks = async (
  file: Blob,
  password: string,
  { stretch, takes, addEntries, addMedia, onProgress }: Restoring,
): Promise<Result<{ readonly lost: number }, UnreadableFile | SaveError>> => {
  const read = await readBackupHead(file);
  if (read === null) return err({ kind: 'notABackup' });
  const sealer = await backupSealer(read.head, password, stretch);
  let waiting: Entry[] = [];
  let lost = 0;
  let ended = false;
  let at = read.end;
  for (let number = 0; !ended; number += 1) {
    const chunk = await readChunk(file, at);
    if (chunk === null) break;
    at = chunk.end;
    const content = await sealer.open(chunkPlace(number), chunk.sealed);
    if (content === null && number === 0) return err({ kind: 'wrongPassword' });
    const { kind, rest } = content === null ? { kind: 'lost', rest: new Uint8Array(0) } : afterFirstLine(content);
    if (kind === 'start') {
      const { centre } = JSON.parse(textOf(rest)) as StartChunk;
      if (!takes(centre)) return err({ kind: 'otherCentre', centre });
    } else if (kind === 'entries') {
      const { entries, refused } = readLines(textOf(rest));
      waiting.push(...entries);
      lost += refused;
    } else if (kind === 'media') {
      const { kind: name, rest: recording } = afterFirstLine(rest);
      await addMedia(JSON.parse(name) as string, blobCoding.fromBytes(recording));
    } else if (kind === 'end') ended = true;
    else if (kind === 'lost') lost += 1;
    if (waiting.length >= TOGETHER || ended) {
      const added = await addEntries(waiting);
      if (!added.ok) return added;
      waiting = [];
    }
    onProgress(at, file.size);
  }
  const added = await addEntries(waiting);
  return added.ok ? ok({ lost: ended ? lost : lost + 1 }) : added;
};

const LINE_FEED = 10;

const afterFirstLine = (bytes: Bytes): { readonly kind: string; readonly rest: Bytes } => {
  const end = bytes.indexOf(LINE_FEED);
  return { kind: textOf(bytes.subarray(0, end)), rest: bytes.subarray(end + 1) };
};

const readLines = (text: string): { readonly entries: readonly Entry[]; readonly refused: number } => {
  const read = text.split('\n').map((line) => parseEntry(JSON.parse(line)));
  const entries = read.flatMap((entry) => (entry.ok ? [entry.value] : []));
  return { entries, refused: read.length - entries.length };
};
