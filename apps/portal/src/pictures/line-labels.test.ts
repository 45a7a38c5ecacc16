import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenInto, stackedAt } from './line-labels.ts';

describe('the words at the lines', () => {
  it('are broken at spaces and hyphens, and lose no letter', () => {
    expect(brokenInto('Personne qui s’occupe de l’enfant (7)', 14)).toEqual([
      ...['Personne qui', 's’occupe de', 'l’enfant (7)'],
    ]);
    expect(brokenInto('Poids-pour-taille (12)', 14)).toEqual(['Poids-pour-', 'taille (12)']);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z -]{0,40}[a-z]$/), (words) => {
        const bare = (text: string): string => text.replaceAll(' ', '');
        expect(bare(brokenInto(words, 12).join(''))).toBe(bare(words));
      }),
    );
  });

  it('never lie over each other, and stay inside', () => {
    const label = fc.record({ wish: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 10, max: 45 }) });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 12 }), (labels) => {
        const all = labels.reduce((sum, { height }) => sum + height, 0);
        const lowest = Math.max(300, all);
        const tops = stackedAt(labels, lowest);
        const order = labels
          .map((one, at) => ({ top: tops[at] ?? 0, height: one.height }))
          .toSorted((a, b) => a.top - b.top);
        expect(order[0]?.top).toBeGreaterThanOrEqual(0);
        for (const [at, { top, height }] of order.entries())
          expect(top + height).toBeLessThanOrEqual((order[at + 1]?.top ?? lowest) + 1e-6);
      }),
    );
  });
});
