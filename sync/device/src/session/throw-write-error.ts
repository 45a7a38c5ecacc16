/** For writes whose failure has no value in the contract: it is thrown under the browser's own name. */
import type { Result } from '@denba/quantities/result';
import type { WriteError } from '../store/store.ts';

export const throwWriteError = (written: Result<void, WriteError>): void => {
  if (written.ok) return;
  const name = written.error.kind === 'full' ? 'QuotaExceededError' : written.error.name;
  throw new DOMException('the browser could not write to its disk', name);
};
