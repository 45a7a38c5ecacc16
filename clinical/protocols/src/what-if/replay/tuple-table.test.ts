import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TupleTable } from './tuple-table.ts';

describe('tuples', () => {
  it('have one number each, in the order of first meeting, however many there are', () => {
    const tuple = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(tuple, { maxLength: 400 }), (tuples) => {
        const table = new TupleTable(3);
        const expected = new Map<string, number>();
        for (const one of tuples) {
          const key = one.join();
          if (!expected.has(key)) expected.set(key, expected.size);
          const number = table.number(Int32Array.from(one));
          expect(number).toBe(expected.get(key));
          expect([0, 1, 2].map((place) => table.at(number, place))).toEqual(one);
        }
        expect(table.size).toBe(expected.size);
      }),
    );
  });

  it('of nothing are all one', () => {
    const table = new TupleTable(0);
    expect([table.number(new Int32Array(0)), table.number(new Int32Array(0)), table.size]).toEqual([0, 0, 1]);
  });
});
