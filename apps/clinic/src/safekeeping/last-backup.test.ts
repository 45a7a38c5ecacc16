import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { backupNeed, readLastBackup } from './last-backup.ts';

const today = localDate('2026-11-26');
const last = { on: localDate('2026-11-20'), entries: 100 };

describe('a backup is', () => {
  it('not asked for while nothing is kept', () => {
    expect(backupNeed(null, 0, today)).toEqual({ kind: 'nothingToKeep' });
  });
  it('missing when none was made', () => expect(backupNeed(null, 3, today)).toEqual({ kind: 'never' }));
  it('up to date when nothing was written since', () => {
    expect(backupNeed(last, 100, today)).toEqual({ kind: 'upToDate', days: 6 });
  });
  it('behind by what was written since', () => {
    expect(backupNeed(last, 131, today)).toEqual({ kind: 'behind', days: 6, newEntries: 31 });
  });
  it('of today when the clock of the phone went back', () => {
    expect(backupNeed(last, 101, localDate('2026-01-01'))).toEqual({ kind: 'behind', days: 0, newEntries: 1 });
  });
});

it('what another version wrote about the last backup is not taken for one', () => {
  for (const value of [null, [], 'x', {}, { on: 'yesterday', entries: 3 }, { on: '2026-11-20' }]) {
    expect(readLastBackup(value)).toBeNull();
  }
  expect(readLastBackup({ on: '2026-11-20', entries: 100 })).toEqual(last);
});
