import { localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeYear, entryOfDate, isPartFull, readDateEntry } from './date-entry.ts';

describe('a day typed in three boxes', () => {
  it('is a day once all three are there', () => {
    expect(readDateEntry({ day: '5', month: '6', year: '2026' })).toEqual({ kind: 'date', date: '2026-06-05' });
    expect(readDateEntry({ day: '', month: '6', year: '2026' })).toEqual({ kind: 'incomplete' });
    expect(readDateEntry({ day: '5', month: '6', year: '26' })).toEqual({ kind: 'incomplete' });
  });

  it('says when there is no such day', () => {
    expect(readDateEntry({ day: '31', month: '6', year: '2026' })).toEqual({ kind: 'noSuchDay' });
    expect(readDateEntry({ day: '29', month: '2', year: '2024' }).kind).toBe('date');
    expect(readDateEntry({ day: '0', month: '2', year: '2024' }).kind).toBe('noSuchDay');
  });

  it('comes back from its boxes, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (date) => {
          const day = localDate(date.toISOString().slice(0, 10));
          expect(readDateEntry(entryOfDate(day, null))).toEqual({ kind: 'date', date: day });
        },
      ),
    );
  });

  it('has the year filled in when it can be guessed', () => {
    expect(entryOfDate(null, 2026)).toEqual({ day: '', month: '', year: '2026' });
    expect(entryOfDate(null, null).year).toBe('');
  });

  it('moves on as soon as no digit can follow: 4 to 8 keys for a day', () => {
    expect(isPartFull('day', '4')).toBe(true);
    expect(isPartFull('day', '3')).toBe(false);
    expect(isPartFull('month', '2')).toBe(true);
    expect(isPartFull('month', '1')).toBe(false);
    expect(isPartFull('month', '01')).toBe(true);
    expect(isPartFull('year', '202')).toBe(false);
  });

  it('reads two digits of a year as the latest such year', () => {
    expect(completeYear('26', 2026)).toBe('2026');
    expect(completeYear('98', 2026)).toBe('1998');
    expect(completeYear('2', 2026)).toBe('2');
    expect(completeYear('26', null)).toBe('26');
  });
});
