/** `session.restoreBackup` as a function of its own. */
import type { Result } from '@denba/quantities/result';
import type { Progress, Restored, RestoreError, Session } from './device.ts';

export const restoreBackup = <Row>(
  session: Session<Row>,
  file: Blob,
  password: string,
  onProgress?: Progress,
): Promise<Result<Restored, RestoreError>> => session.restoreBackup(file, password, onProgress);
