/** Reads a backup and takes in what this phone does not have. The file is read whole before anything is written. */
import type { Progress, Session } from '@denba/device/device';
import { type BackupError, readBackup } from '@denba/device/read-backup';
import { err, ok, type Result } from '@denba/quantities/result';
import { samePassword } from './backup-password.ts';

export type Restored = {
  /** Entries in the file, of which `added` were not here before, and the families they are about. */
  readonly read: number;
  readonly added: number;
  readonly families: number;
};

export type RestoreError =
  | BackupError
  | { readonly kind: 'full' }
  | { readonly kind: 'notSaved'; readonly name: string };

export const restoreBackup = async (
  session: Pick<Session<unknown>, 'receive' | 'media'>,
  file: Blob,
  password: string,
  onProgress: Progress,
): Promise<Result<Restored, RestoreError>> => {
  const backup = await readBackup(file, samePassword(password), onProgress);
  if (!backup.ok) return backup;
  const { entries } = backup.value;
  const received = await session.receive(entries);
  if (!received.ok) {
    return received.error.kind === 'full'
      ? err({ kind: 'full' })
      : err({ kind: 'notSaved', name: received.error.kind });
  }
  return ok({
    read: entries.length,
    added: received.value.added,
    families: new Set(entries.map(({ family }) => family)).size,
  });
};
