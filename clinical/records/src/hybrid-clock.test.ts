import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAfter, type HybridTime, isHybridTime, newClock, receive, tick, wallMsOf } from './hybrid-clock.ts';

const noon = Date.UTC(2026, 2, 1, 12);
const minute = 60_000;

describe('hybrid logical clock', () => {
  it('shows the wall time in UTC and counts inside one millisecond', () => {
    const first = tick(newClock, noon + 123);
    const second = tick(first.clock, noon + 123);
    expect(first.time).toBe('2026-03-01T12:00:00.123Z#0000');
    expect(second.time).toBe('2026-03-01T12:00:00.123Z#0001');
  });

  it('goes on from the last time when the battery died and the phone believes it is 1970, and says by how much', () => {
    const before = tick(newClock, noon);
    const after = tick(before.clock, 0);
    expect(after.time > before.time).toBe(true);
    expect(after.drift).toEqual({ kind: 'wallBehind', byMs: noon });
  });

  it('continues after the last entry of its own log when the app starts again', () => {
    const last = tick(newClock, noon).time;
    expect(tick(clockAfter(last), noon - minute).time > last).toBe(true);
  });

  it('records later than what it has received, even when its own clock is slow', () => {
    const remote = tick(newClock, noon + 5 * minute).time;
    const { clock, drift } = receive(newClock, remote, noon, 60 * minute);
    expect(drift).toBeNull();
    expect(tick(clock, noon).time > remote).toBe(true);
  });

  it('is not dragged into 2099 by another phone, and notes it', () => {
    const remote = tick(newClock, Date.UTC(2099, 0, 1)).time;
    const { clock, drift } = receive(newClock, remote, noon, 60 * minute);
    expect(drift?.kind).toBe('remoteAhead');
    expect(tick(clock, noon).time).toBe('2026-03-01T12:00:00.000Z#0000');
  });

  it('moves to the next millisecond when the counter is full', () => {
    const full = clockAfter('2026-03-01T12:00:00.000Z#ffff' as HybridTime);
    expect(tick(full, noon).time).toBe('2026-03-01T12:00:00.001Z#0000');
  });

  it('reads its own times and no others', () => {
    expect(isHybridTime('2026-03-01T12:00:00.123Z#00ff')).toBe(true);
    expect(isHybridTime('2026-02-30T12:00:00.123Z#0000')).toBe(false);
    expect(isHybridTime('2026-03-01T24:00:00.123Z#0000')).toBe(false);
    expect(isHybridTime('2026-03-01T12:00:00.123Z')).toBe(false);
    expect(wallMsOf('2026-03-01T12:00:00.123Z#00ff' as HybridTime)).toBe(noon + 123);
    expect(() => tick(newClock, Number.NaN)).toThrow('not a time');
  });

  it('is strictly increasing on one device whatever the wall clock and the other devices do', () => {
    const step = fc.record({
      wall: fc.double({ min: -1e13, max: 4e14, noNaN: true }),
      remote: fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let clock = newClock;
        let last = '';
        for (const { wall, remote } of steps) {
          if (remote !== null) clock = receive(clock, tick(newClock, remote).time, wall, minute).clock;
          const next = tick(clock, wall);
          expect(next.time > last).toBe(true);
          expect(isHybridTime(next.time)).toBe(true);
          expect(clockAfter(next.time)).toEqual(next.clock);
          clock = next.clock;
          last = next.time;
        }
      }),
    );
  });
});
