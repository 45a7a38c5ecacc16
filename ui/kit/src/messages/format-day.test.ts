import { addDays, localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { dateOrder, formatDay, monthNames } from './format-day.ts';

describe('a day in words', () => {
  const day = localDate('2026-11-06');

  it('is written as the language does', () => {
    expect(formatDay(day, 'fr')).toBe('6 nov. 2026');
    expect(formatDay(day, 'fr', 'long')).toBe('vendredi 6 novembre 2026');
    expect(formatDay(day, 'fr', 'short')).toBe('06/11/2026');
    expect(formatDay(day, 'fr', 'dayMonth')).toBe('6 nov.');
    expect(formatDay(day, 'en')).toBe('6 Nov 2026');
    expect(formatDay(day, 'en', 'short')).toBe('06/11/2026');
  });

  it('is the same day in every zone of the phone (the tests run west of Greenwich)', () => {
    for (let offset = 0; offset < 400; offset++) {
      const date = addDays(day, offset);
      expect(formatDay(date, 'fr', 'short')).toBe(date.split('-').reverse().join('/'));
    }
  });

  it('has twelve months, and an order', () => {
    expect(monthNames('fr')).toHaveLength(12);
    expect([monthNames('fr')[0], monthNames('fr')[11]]).toEqual(['janvier', 'décembre']);
    expect(dateOrder('fr')).toEqual(['day', 'month', 'year']);
    expect(dateOrder('en')).toEqual(['day', 'month', 'year']);
  });
});
