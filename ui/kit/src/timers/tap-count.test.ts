import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, elapsedShare, press, ready, settle, type TapCount, undo } from './tap-count.ts';

const pressAt = (...times: readonly number[]): TapCount =>
  times.reduce<TapCount>((state, time) => press(state, time, 60), ready);

describe('counting breaths for a minute', () => {
  it('starts with the first press, which is no breath', () => expect(countOf(pressAt(1000))).toBe(0));

  it('counts every press before the minute is over, and none after', () => {
    expect(countOf(pressAt(0, 500, 1000, 59_999))).toBe(3);
    expect(pressAt(0, 500, 60_000)).toEqual({ kind: 'done', count: 1 });
  });

  it('ends by itself, however late the screen wakes up', () => {
    const state = pressAt(0, 500, 900);
    expect(settle(state, 59_999, 60)).toBe(state);
    expect(settle(state, 600_000, 60)).toEqual({ kind: 'done', count: 2 });
  });

  it('takes the last press back, never below nothing', () => {
    expect(countOf(undo(pressAt(0, 1, 2)))).toBe(1);
    expect(countOf(undo(undo(pressAt(0, 1))))).toBe(0);
    expect(undo({ kind: 'done', count: 40 })).toEqual({ kind: 'done', count: 40 });
  });

  it('shows how much of the time is gone', () => {
    expect(elapsedShare(ready, 5, 60)).toBe(0);
    expect(elapsedShare(pressAt(0), 15_000, 60)).toBe(0.25);
    expect(elapsedShare(pressAt(0), 99_000, 60)).toBe(1);
  });

  it('never counts more than the presses in the minute, in any order of looking and pressing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70_000)), (unsorted) => {
        const times = [0, ...unsorted].sort((a, b) => a - b);
        const seen = times.reduce<TapCount>((state, time) => press(settle(state, time, 60), time, 60), ready);
        const inMinute = times.slice(1).filter((time) => time < 60_000).length;
        expect(countOf(seen)).toBe(inMinute);
      }),
    );
  });
});
