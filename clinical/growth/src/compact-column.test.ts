import { describe, expect, it } from 'vitest';
import { decodeColumn } from './compact-column.ts';

describe('a compact column', () => {
  it('is its integers over the scale when no differences were taken', () => {
    expect([...decodeColumn({ scale: 100, order: 0, values: [314, 271] }, 2)]).toEqual([3.14, 2.71]);
  });

  it('adds up differences of the first and of the second order', () => {
    expect([...decodeColumn({ scale: 10, order: 1, values: [5, 1, -2] }, 3)]).toEqual([0.5, 0.6, 0.4]);
    expect([...decodeColumn({ scale: 1, order: 2, values: [1, 0, 1] }, 3)]).toEqual([1, 2, 4]);
  });

  it('fills the zeros that were left out at its end', () => {
    expect([...decodeColumn({ scale: 1, order: 1, values: [7] }, 4)]).toEqual([7, 7, 7, 7]);
    expect([...decodeColumn({ scale: 1, order: 0, values: [] }, 2)]).toEqual([0, 0]);
  });

  it('gives the double that the printed decimal is', () => {
    expect(decodeColumn({ scale: 100_000, order: 0, values: [14_602] }, 1)[0]).toBe(0.14602);
  });
});
