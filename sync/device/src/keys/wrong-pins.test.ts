import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { underClock, waitAfterMs, waitUntil } from './wrong-pins.ts';

const minute = 60_000;

describe('after wrong PINs', () => {
  it('nobody waits for three slips; then it takes 15 s, twice as long each time, half an hour at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(waitAfterMs)).toEqual([0, 0, 0, 15_000, 30_000, minute, 2 * minute]);
    expect(waitAfterMs(40)).toBe(30 * minute);
  });

  it('a clock that is moved never makes anybody wait longer than the wait itself', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(), fc.nat(), (count, lastMs, wallMs) => {
        const until = waitUntil({ count, lastMs }, wallMs);
        expect(until === null || until - wallMs <= waitAfterMs(count)).toBe(true);
      }),
    );
  });

  it('a clock that is put back begins the wait again, and does not end it', () => {
    const wrong = { count: 5, lastMs: 10 * minute };
    expect(waitUntil(wrong, 10 * minute)).toBe(10 * minute + 30_000);
    expect(waitUntil(wrong, 2 * minute)).toBe(2 * minute + 30_000);
    expect(underClock(wrong, 2 * minute)).toEqual({ count: 5, lastMs: 2 * minute });
  });
});
