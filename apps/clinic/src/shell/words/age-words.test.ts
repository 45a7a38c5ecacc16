import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { ageOn } from './age-words.ts';

const age = (birth: string, on: string) => ageOn(localDate(birth), localDate(on));

describe('an age', () => {
  it.each([
    ['2026-11-26', '2026-11-26', { unit: 'days', count: 0 }],
    ['2026-11-13', '2026-11-26', { unit: 'days', count: 13 }],
    ['2026-11-12', '2026-11-26', { unit: 'weeks', count: 2 }],
    ['2026-08-28', '2026-11-26', { unit: 'weeks', count: 12 }],
    ['2026-08-27', '2026-11-26', { unit: 'months', count: 2 }],
    ['2026-08-26', '2026-11-26', { unit: 'months', count: 3 }],
    ['2024-11-27', '2026-11-26', { unit: 'months', count: 23 }],
    ['2024-11-26', '2026-11-26', { unit: 'years', count: 2 }],
    ['1999-04-12', '2026-11-26', { unit: 'years', count: 27 }],
  ])('of somebody born on %s is, on %s, %j', (birth, on, expected) => {
    expect(age(birth, on)).toEqual(expected);
  });

  it('is unknown before birth and without a birth date', () => {
    expect(age('2026-11-27', '2026-11-26')).toBeNull();
    expect(ageOn(null, localDate('2026-11-26'))).toBeNull();
  });
});
