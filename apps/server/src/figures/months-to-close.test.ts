import { describe, expect, it } from 'vitest';
import { lastClosed, monthsToClose } from './months-to-close.ts';

const at = (day: string): Date => new Date(`${day}T09:00:00Z`);

describe('a month is closed', () => {
  it('on the fifteenth of the next one, not on the fourteenth', () => {
    expect(lastClosed(at('2026-11-14'))).toBe('2026-09');
    expect(lastClosed(at('2026-11-15'))).toBe('2026-10');
    expect(lastClosed(at('2027-01-20'))).toBe('2026-12');
  });

  it('once: the next one is due a month later', () => {
    const standing = { joined: at('2026-03-02'), closed: '2026-09' };
    expect(monthsToClose(standing, at('2026-11-20'))).toEqual(['2026-10']);
    expect(monthsToClose({ ...standing, closed: '2026-10' }, at('2026-11-20'))).toEqual([]);
  });

  it('by a place that was there on its closing day: what a new centre brings of before is never frozen', () => {
    const joined = at('2026-11-20');
    expect(monthsToClose({ joined, closed: null }, at('2026-11-26'))).toEqual([]);
    expect(monthsToClose({ joined, closed: null }, at('2026-12-15'))).toEqual(['2026-11']);
  });

  it('with the others that were due while the server stood still', () => {
    expect(monthsToClose({ joined: at('2026-06-20'), closed: '2026-06' }, at('2026-11-26'))).toEqual([
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
  });
});
