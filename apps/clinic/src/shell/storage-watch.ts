/** How full the phone is, looked at after every save: a full phone is announced before it happens. */
import type { Session } from '@denba/device/device';
import { signal } from '@preact/signals';

export type StorageState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'enough' | 'nearlyFull' | 'full'; readonly usedBytes: number; readonly quotaBytes: number };

export const storageState = signal<StorageState>({ kind: 'unknown' });

/** A day of work in a busy centre takes well under one megabyte. */
const FULL_BYTES = 2_000_000;
const NEARLY_FULL_BYTES = 20_000_000;

export const judgeStorage = (usedBytes: number | null, quotaBytes: number | null): StorageState => {
  if (usedBytes === null || quotaBytes === null) return { kind: 'unknown' };
  const left = quotaBytes - usedBytes;
  const kind = left < FULL_BYTES ? 'full' : left < NEARLY_FULL_BYTES ? 'nearlyFull' : 'enough';
  return { kind, usedBytes, quotaBytes };
};

export const lookAtStorage = async (session: Pick<Session<unknown>, 'usage'>): Promise<void> => {
  const { usageBytes, quotaBytes } = await session.usage();
  storageState.value = judgeStorage(usageBytes, quotaBytes);
};
