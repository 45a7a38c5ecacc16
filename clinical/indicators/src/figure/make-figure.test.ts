import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../indicator.ts';
import { makeFigure } from './make-figure.ts';

const indicator = (over: Partial<Indicator>): Indicator => ({
  ...{ code: 'TEST.01', theme: 'test', name: { fr: 'Essai', en: 'Test' }, kind: 'share', fact: 'birth' },
  ...{ among: null, when: null, value: null, population: null, unit: '%', by: [], source: 'DENBA', status: 'default' },
  ...{ reading: { fr: '', en: '' }, trap: null, numerator: { fr: '', en: '' }, denominator: null, needs: null },
  ...{ restricted: false, better: null },
  ...over,
});

const none = { value: '', denominator: 0, numerator: 0, unknown: 0, total: 0 };
const whoReadsTheRegister = { mayReadRegister: true };

describe('a median', () => {
  const median = indicator({ kind: 'median', value: 'days_since_enrolment', unit: 'd' });
  /** The median computed directly: the middle number; for an even count the mean of the two in the middle. */
  const middle = (list: readonly number[]): number => {
    const sorted = list.toSorted((a, b) => a - b);
    const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
    return ((below ?? 0) + (above ?? 0)) / 2;
  };

  it('of the histograms of several places is that of all their lists together', () => {
    const arbitraryPlace = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(arbitraryPlace, { minLength: 1, maxLength: 5 }), (places) => {
        fc.pre(places.flat().length > 0);
        const histograms = places.flatMap((list) =>
          [...new Set(list)].map((value) => ({
            ...none,
            value: String(value),
            denominator: list.filter((one) => one === value).length,
          })),
        );
        expect(makeFigure(median, histograms, whoReadsTheRegister).value).toBe(middle(places.flat()));
      }),
    );
  });
});

describe('a share', () => {
  const share = indicator({ kind: 'share' });

  it('is of those of whom it is known, and says of how many it is not', () => {
    const counts = [{ ...none, denominator: 10, numerator: 6, unknown: 2 }];
    expect(makeFigure(share, counts, whoReadsTheRegister)).toMatchObject({ value: 75, denominator: 10, unknown: 2 });
  });

  it('is none where nothing happened, and none where all is unknown: never zero', () => {
    expect(makeFigure(share, [], whoReadsTheRegister)).toMatchObject({ value: null, why: 'nothingToCount' });
    const unknown = [{ ...none, denominator: 3, unknown: 3 }];
    expect(makeFigure(share, unknown, whoReadsTheRegister)).toMatchObject({ value: null, why: 'allUnknown' });
  });

  it('stays within 0 and 100 with its interval around it', () => {
    const arbitraryCount = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50))
      .map(([numerator, rest, unknown]) => ({ ...none, numerator, unknown, denominator: numerator + rest + unknown }));
    fc.assert(
      fc.property(fc.array(arbitraryCount, { maxLength: 6 }), (counts) => {
        const { value, interval } = makeFigure(share, counts, whoReadsTheRegister);
        if (value === null || interval === null) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});
