import { localDate } from '@denba/quantities/local-date';
import { expect, it } from 'vitest';
import { backupFileName } from './backup-file-name.ts';

it('a backup is named by its day and minute, and by nothing else', () => {
  expect(backupFileName(localDate('2026-11-26'), { hours: 9, minutes: 5 })).toBe('denba-2026-11-26-0905.denba');
});
