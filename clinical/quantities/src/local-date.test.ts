import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  completedMonthsBetween,
  daysBetween,
  fromDayNumber,
  localDate,
  parseLocalDate,
  toDayNumber,
} from './local-date.ts';

const anyDay = fc.integer({ min: -100_000, max: 100_000 }).map(fromDayNumber);

describe('a calendar day', () => {
  it('counts days from 1970-01-01, across leap years', () => {
    expect(toDayNumber(localDate('1970-01-01'))).toBe(0);
    expect(toDayNumber(localDate('2000-03-01')) - toDayNumber(localDate('2000-02-28'))).toBe(2);
    expect(toDayNumber(localDate('1900-03-01')) - toDayNumber(localDate('1900-02-28'))).toBe(1);
  });

  it('agrees with the platform calendar on every day number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
        expect(fromDayNumber(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
        expect(toDayNumber(fromDayNumber(n))).toBe(n);
      }),
    );
  });

  it.each(['2025-02-30', '2025-13-01', '2025-1-1', '25-01-01', '2025-01-01T00:00', '', '0000-01-01'])(
    'refuses %j and says which text was wrong',
    (text) => expect(parseLocalDate(text)).toEqual({ ok: false, error: { kind: 'notADate', text } }),
  );

  it('keeps the end of a shorter month', () => {
    expect(addMonths(localDate('2025-01-31'), 1)).toBe('2025-02-28');
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(localDate('2025-01-15'), -2)).toBe('2024-11-15');
  });

  it('completes a month on the same day number, not before', () => {
    expect(completedMonthsBetween(localDate('2025-08-31'), localDate('2026-02-27'))).toBe(5);
    expect(completedMonthsBetween(localDate('2025-08-31'), localDate('2026-02-28'))).toBe(6);
    expect(completedMonthsBetween(localDate('2025-01-15'), localDate('2025-03-14'))).toBe(1);
    expect(completedMonthsBetween(localDate('2025-01-15'), localDate('2025-03-15'))).toBe(2);
  });

  it('adding days and counting them are inverse; adding months never overshoots', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    );
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 100 }),
        (day, n) => completedMonthsBetween(day, addMonths(day, n)) === n,
      ),
    );
  });
});
