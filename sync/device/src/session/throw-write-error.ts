/**
 * Throws when a write failed, under the browser's error name. For callers whose contract has no value for the failure.
 */
import type { Result } from '@denba/quantities/result';
import type { WriteError } from '../store/store.ts';

export const throwWriteError = (written: Result<void, WriteError>): void => {
  if (written.ok) return;
  const name = written.error.kind === 'full' ? 'QuotaExceededError' : written.error.name;
  throw new DOMException('the browser could not write to its disk', name);
};
