/** When this phone was last backed up and how much has been written since, which decides whether a backup is due. */
import type { SealedStore } from '@denba/device/device';
import { daysBetween, type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';

export type LastBackup = { readonly on: LocalDate; readonly entries: number };

const KEY = 'last-backup';

export const loadLastBackup = async (sealed: SealedStore<JsonValue>): Promise<LastBackup | null> =>
  readLastBackup(await sealed.get(KEY));

export const saveLastBackup = (sealed: SealedStore<JsonValue>, backup: LastBackup): Promise<void> =>
  sealed.put(KEY, { on: backup.on, entries: backup.entries });

export const readLastBackup = (value: JsonValue | null): LastBackup | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { on, entries } = value as { readonly on?: unknown; readonly entries?: unknown };
  const day = typeof on === 'string' ? parseLocalDate(on) : null;
  return day?.ok && typeof entries === 'number' ? { on: day.value, entries } : null;
};

export type BackupNeed =
  | { readonly kind: 'nothingToKeep' }
  | { readonly kind: 'never' }
  | { readonly kind: 'upToDate'; readonly days: number }
  | { readonly kind: 'behind'; readonly days: number; readonly newEntries: number };

/** `days`: days since the last backup, not negative even when the phone's clock was set back. */
export const backupNeed = (last: LastBackup | null, entries: number, today: LocalDate): BackupNeed => {
  if (entries === 0) return { kind: 'nothingToKeep' };
  if (last === null) return { kind: 'never' };
  const days = Math.max(0, daysBetween(last.on, today));
  const newEntries = Math.max(0, entries - last.entries);
  return newEntries === 0 ? { kind: 'upToDate', days } : { kind: 'behind', days, newEntries };
};
