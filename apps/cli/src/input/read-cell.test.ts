import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, readDate, readNumber } from './read-cell.ts';

const value = (cell: string, decimalComma = false, delimiter = ';') => readNumber(cell, decimalComma, delimiter);

describe('a number', () => {
  it.each([
    ['3.25', 3.25],
    ['3,25', 3.25],
    ['2 300', 2300],
    ['2\u202f300,5', 2300.5],
    ['-4', -4],
    ['1e3', 1000],
    [' 7. ', 7],
  ])('%j is %d', (cell, number) => expect(value(cell)).toEqual({ value: number, problem: null }));

  it.each(['', ' ', 'NA', 'n/a', '.', '-', 'null', 'NaN'])('%j is missing', (cell) =>
    expect(value(cell)).toEqual({ value: null, problem: null }),
  );

  it.each(['abc', '3.2.1', '0x10', 'Infinity', '12 kg', '1,2,3', '2 30', '--1'])('%j is none', (cell) =>
    expect(value(cell)).toEqual({ value: null, problem: 'not_a_number' }),
  );

  it('with a comma is ambiguous only where commas separate cells and decimals are points', () => {
    expect(value('2,300', false, ',')).toEqual({ value: null, problem: 'ambiguous_number' });
    expect(value('2,300', true, ',')).toEqual({ value: 2.3, problem: null });
    expect(value('2,300', false, ';')).toEqual({ value: 2.3, problem: null });
    expect(value('2,3', false, ',')).toEqual({ value: 2.3, problem: null });
  });

  it('is never NaN, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const read = value(cell);
        expect(read.value === null || !Number.isNaN(read.value)).toBe(true);
      }),
    );
  });

  it('reads back what it was written from', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(value(String(number)).value).toBe(Object.is(number, -0) ? 0 : number);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T23:59:00Z', '2026-03-01'],
    ['2026-03-01 14:30', '2026-03-01'],
    ['01/03/2026', '2026-03-01'],
    ['1/3/2026 08:00', '2026-03-01'],
  ])('%j is %s', (cell, date) => expect(readDate(cell)).toEqual({ value: date, problem: null }));

  it.each(['2026-02-30', '03/13/2026', '46082', '1 mars 2026', '2026-3-1'])('%j is none', (cell) =>
    expect(readDate(cell)).toEqual({ value: null, problem: 'not_a_date' }),
  );
});

it('a code is compared without regard to case; another text is no code', () => {
  expect(readCode(' F ', { f: 2 })).toEqual({ value: 2, problem: null });
  expect(readCode('', { f: 2 })).toEqual({ value: null, problem: null });
  expect(readCode('fille', { f: 2 })).toEqual({ value: null, problem: 'unknown_code' });
  expect(readCode('toString', { f: 2 }).problem).toBe('unknown_code');
});
