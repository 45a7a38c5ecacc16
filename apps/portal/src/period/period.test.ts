import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  alignmentOf,
  lengthOf,
  monthsOf,
  parsePeriod,
  previousOf,
  trendOf,
  usualPeriod,
  usualQuarter,
  writePeriod,
} from './period.ts';

describe('a period', () => {
  it('is a month, a quarter, a year, or from one month to another', () => {
    expect(parsePeriod('2026-03')).toEqual({ from: '2026-03', to: '2026-03' });
    expect(parsePeriod('2026-Q4')).toEqual({ from: '2026-10', to: '2026-12' });
    expect(parsePeriod('2026')).toEqual({ from: '2026-01', to: '2026-12' });
    expect(parsePeriod('2025-11..2026-02')).toEqual({ from: '2025-11', to: '2026-02' });
  });

  it.each(['', '2026-13', '2026-00', '2026-Q5', '2026-05..2026-04', '1900..2026', '1990-01..2026-01', 'x', '2026-1'])(
    'is not “%s”',
    (text) => expect(parsePeriod(text)).toBeNull(),
  );

  it('is compared with as many months just before', () => {
    expect(previousOf({ from: '2026-01', to: '2026-03' })).toEqual({ from: '2025-10', to: '2025-12' });
    expect(previousOf({ from: '2026-01', to: '2026-01' })).toEqual({ from: '2025-12', to: '2025-12' });
  });

  it('shows its trend over a year, or over itself when it is longer', () => {
    expect(trendOf({ from: '2026-08', to: '2026-10' })).toEqual({ from: '2025-11', to: '2026-10' });
    expect(trendOf({ from: '2024-01', to: '2026-10' })).toEqual({ from: '2024-01', to: '2026-10' });
  });

  it('is, when nobody says, the last three whole months', () => {
    expect(usualPeriod('2026-11-26')).toEqual({ from: '2026-08', to: '2026-10' });
    expect(usualPeriod('2026-01-02')).toEqual({ from: '2025-10', to: '2025-12' });
  });

  it('is read back as it was written, with as many months as it is long', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }))
      .map(([start, more]) => ({ from: addMonths('1995-01', start), to: addMonths('1995-01', start + more) }));
    fc.assert(
      fc.property(period, (one) => {
        expect(parsePeriod(writePeriod(one))).toEqual(one);
        expect(monthsOf(one)).toHaveLength(lengthOf(one));
        expect(addMonths(previousOf(one).to, 1)).toBe(one.from);
      }),
    );
  });
});

describe('a period that does not overlap another in part', () => {
  it.each([
    ['2026-02', 'month'],
    ['2026-Q2', 'quarter'],
    ['2026-01..2026-09', 'quarter'],
    ['2026', 'year'],
    ['2024-01..2025-12', 'year'],
    ['2026-02..2026-04', null],
    ['2026-01..2026-02', null],
  ] as const)('%s is made of %s', (written, made) => {
    const period = parsePeriod(written);
    expect(period === null ? 'none' : alignmentOf(period)).toBe(made);
  });

  it('is usually the last quarter that is over', () => {
    expect(usualQuarter('2026-11-26')).toEqual({ from: '2026-07', to: '2026-09' });
    expect(usualQuarter('2026-01-01')).toEqual({ from: '2025-10', to: '2025-12' });
  });
});
