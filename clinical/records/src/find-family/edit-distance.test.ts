import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

/** The edit distance computed directly from its recursive definition, without limits. */
const plain = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const swap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    plain(restA, restB) + (a[0] === b[0] ? 0 : 1),
    plain(restA, b) + 1,
    plain(a, restB) + 1,
    swap ? plain(a.slice(2), b.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
};

describe('slips between two words', () => {
  it('are a letter left out, put in, changed, or two exchanged', () => {
    expect(editDistance('sangare', 'sangre', 2)).toBe(1);
    expect(editDistance('sangare', 'sangarre', 2)).toBe(1);
    expect(editDistance('sangare', 'sankare', 2)).toBe(1);
    expect(editDistance('sangare', 'snagare', 2)).toBe(1);
    expect(editDistance('sangare', 'snagrae', 2)).toBe(2);
  });

  it('are counted no further than asked', () => {
    expect(editDistance('awa', 'fatoumata', 2)).toBe(3);
    expect(editDistance('abcd', 'wxyz', 1)).toBe(2);
    expect(editDistance('a'.repeat(60), 'b'.repeat(60), 2)).toBe(3);
  });

  it('are what the definition says, both ways round', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const expected = Math.min(plain(a, b), most + 1);
        expect(editDistance(a, b, most)).toBe(expected);
        expect(editDistance(b, a, most)).toBe(expected);
      }),
    );
  });
});
