/** The name of a backup file: its kind and time. It contains nothing about anybody, not even the centre. */
import type { LocalDate } from '@denba/quantities/local-date';

export const BACKUP_TYPE = 'application/octet-stream';
export const BACKUP_EXTENSION = '.denba';

/** `at` is part of the name, so that two backups of one day do not replace each other. */
export const backupFileName = (on: LocalDate, at: { readonly hours: number; readonly minutes: number }): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `denba-${on}-${two(at.hours)}${two(at.minutes)}${BACKUP_EXTENSION}`;
};
