/** Restores a backup into an open store: adds what the store does not have, whichever device wrote it. */
import { err, ok, type Result } from '@denba/quantities/result';
import type { Centre, Progress, Restored, RestoreError, SealedStore } from '../device.ts';
import type { OpenStore } from '../session/open-store.ts';
import { receiveEntries } from '../session/receive-entries.ts';
import { restoreChunks } from './restore-chunks.ts';

export type Restoration = {
  readonly file: Blob;
  readonly password: string;
  readonly onProgress: Progress;
  readonly takes: (from: Centre) => boolean;
};

export const restoreInto = async <Row>(
  open: OpenStore<Row>,
  media: SealedStore<Blob>,
  { file, password, onProgress, takes }: Restoration,
): Promise<Result<Restored, RestoreError>> => {
  const families = new Set<string>();
  let [readEntries, added] = [0, 0];
  const read = await restoreChunks(file, password, {
    stretch: open.surroundings.stretch,
    takes,
    addEntries: async (entries) => {
      const received = await receiveEntries(open, entries);
      if (!received.ok) return received;
      readEntries += entries.length;
      added += received.value.added.length;
      for (const { family } of received.value.added) families.add(family);
      return ok(undefined);
    },
    addMedia: async (name, blob) => {
      if ((await media.get(name)) === null) await media.put(name, blob);
    },
    onProgress,
  });
  if (!read.ok) return read;
  const restored = { read: readEntries, added, families: families.size };
  return read.value.lost === 0 ? ok(restored) : err({ kind: 'damaged', lostParts: read.value.lost, ...restored });
};
