import { describe, expect, it } from 'vitest';
import { and, not, or, type Ternary } from './ternary.ts';

const T = true;
const F = false;
const U = null;

describe('three-valued logic', () => {
  it.each<[Ternary, Ternary, Ternary, Ternary]>([
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, T, F, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, T, U, T],
    [U, F, F, U],
    [U, U, U, U],
  ])('%s and/or %s is %s / %s', (a, b, both, either) => {
    expect(and(a, b)).toBe(both);
    expect(or(a, b)).toBe(either);
  });

  it('not knowing stays not knowing', () => {
    expect([not(T), not(F), not(U)]).toEqual([F, T, U]);
  });
});
