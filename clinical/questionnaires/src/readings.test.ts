import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from './readings.ts';

describe('two readings of one measurement', () => {
  it('give their mean when they agree', () => {
    expect(measure([3300, 3340], 100)).toEqual({
      value: 3320,
      remaining: 'none',
      difference: 40,
      allowed: 100,
      agrees: true,
    });
  });

  it('agree at exactly the maximum, decimal by decimal', () => {
    expect(measure([46.7, 46.0], 0.7)).toEqual({
      value: 46.35,
      remaining: 'none',
      difference: 0.7,
      allowed: 0.7,
      agrees: true,
    });
    expect(measure([46.8, 46.0], 0.7).remaining).toBe('third');
  });

  it('ask for a third when they differ by more, and hold the mean so far', () => {
    expect(measure([3300, 3420], 100)).toEqual({
      value: 3360,
      remaining: 'third',
      difference: 120,
      allowed: 100,
      agrees: false,
    });
  });

  it('ask for a third when the allowed difference is unknown', () => {
    expect(measure([3300, 3300], null)).toMatchObject({ remaining: 'third', agrees: false });
  });
});

describe('a third reading', () => {
  it('gives the mean of the closest two', () => {
    expect(measure([3300, 3420, 3400], 100)).toMatchObject({ value: 3410, difference: 20, agrees: true });
  });

  it('that lies exactly between gives the middle reading', () => {
    expect(measure([110, 120, 115], 4)).toMatchObject({ value: 115, difference: 5, remaining: 'none', agrees: false });
  });
});

it('one reading is what is known so far, and a second is asked for', () => {
  expect(measure([107], 5)).toEqual({ value: 107, remaining: 'second', difference: 0, allowed: 5, agrees: false });
});

it('no reading is a defect of the caller', () => {
  expect(() => measure([], 5)).toThrow(RangeError);
});

describe('whatever the readings', () => {
  const series = fc.array(fc.integer({ min: 600, max: 2000 }), { minLength: 1, maxLength: 3 });

  it('their order changes nothing', () => {
    fc.assert(
      fc.property(series, (mm) => {
        expect(measure([...mm].reverse(), 5)).toEqual(measure(mm, 5));
      }),
    );
  });

  it('the value lies among them', () => {
    fc.assert(
      fc.property(series, (mm) => {
        const { value } = measure(mm, 5);
        expect(value).toBeGreaterThanOrEqual(Math.min(...mm));
        expect(value).toBeLessThanOrEqual(Math.max(...mm));
      }),
    );
  });
});
