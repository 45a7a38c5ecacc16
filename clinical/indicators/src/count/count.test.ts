import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, type Count, cellOf, differenceOf } from './count.ts';

/** Few different cells, so that many counts fall into the same one. */
const arbitraryCounts = (): fc.Arbitrary<readonly Count[]> =>
  fc.array(
    fc.record({
      indicator: fc.constantFrom('MAMI.IND.08', 'MAMI.IND.17'),
      month: fc.constantFrom('2026-03', '2026-04'),
      stratum: fc.constantFrom('', 'sex=F'),
      value: fc.constantFrom('', 'R1'),
      denominator: fc.integer({ min: -3, max: 3 }),
      numerator: fc.integer({ min: -3, max: 3 }),
      unknown: fc.integer({ min: -3, max: 3 }),
      total: fc.integer({ min: -5000, max: 5000 }),
    }),
    { maxLength: 12 },
  );

/** The cells sorted, so that two sets of cells can be compared. */
const cells = (counts: readonly Count[]) => addCounts(counts).toSorted((a, b) => (cellOf(a) < cellOf(b) ? -1 : 1));

describe('counts', () => {
  it('come to the same whichever are added up first', () => {
    fc.assert(
      fc.property(arbitraryCounts(), arbitraryCounts(), arbitraryCounts(), (a, b, c) => {
        const all = cells([...a, ...b, ...c]);
        expect(cells([...addCounts([...a, ...b]), ...c])).toEqual(all);
        expect(cells([...a, ...addCounts([...b, ...c])])).toEqual(all);
        expect(cells([...c, ...b, ...a])).toEqual(all);
      }),
    );
  });

  it('and what has to be added to come from one to the other come to the other', () => {
    fc.assert(
      fc.property(arbitraryCounts(), arbitraryCounts(), (a, b) => {
        expect(cells([...a, ...differenceOf(a, b)])).toEqual(cells(b));
        expect(differenceOf(a, a)).toEqual([]);
      }),
    );
  });

  it('have no cell in which nothing is left', () => {
    fc.assert(
      fc.property(arbitraryCounts(), (counts) => {
        for (const { denominator, numerator, unknown, total } of addCounts(counts))
          expect([denominator, numerator, unknown, total].some((part) => part !== 0)).toBe(true);
      }),
    );
  });
});
