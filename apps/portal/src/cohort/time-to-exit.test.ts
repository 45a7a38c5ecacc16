import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { shareAt, timeToExit } from './time-to-exit.ts';

const today = localDate('2026-11-26');

describe('the share still in care', () => {
  it('falls at each exit, when all have left', () => {
    const steps = timeToExit(
      [
        {
          month: '2026-01',
          inCare: 0,
          left: [
            { day: 30, count: 1 },
            { day: 60, count: 3 },
          ],
        },
      ],
      today,
    );
    expect(steps).toEqual([
      { day: 0, share: 1 },
      { day: 30, share: 0.75 },
      { day: 60, share: 0 },
    ]);
  });

  it('counts those still in care for as long as it is certain that they were: the example of six', () => {
    // October ended 26 days ago: two of six are known for 26 days and then no more.
    const stays = [
      { month: '2026-10', inCare: 2, left: [{ day: 10, count: 1 }] },
      {
        month: '2026-03',
        inCare: 0,
        left: [
          { day: 20, count: 1 },
          { day: 40, count: 2 },
        ],
      },
    ];
    const steps = timeToExit(stays, today);
    expect(shareAt(steps, 10)).toBeCloseTo(5 / 6);
    expect(shareAt(steps, 20)).toBeCloseTo((5 / 6) * (4 / 5));
    expect(shareAt(steps, 39)).toBeCloseTo((5 / 6) * (4 / 5));
    expect(shareAt(steps, 40)).toBe(0);
  });

  it('is not there when nobody was enrolled', () => {
    expect(timeToExit([], today)).toEqual([]);
    expect(shareAt([], 10)).toBeNull();
  });

  it('stays whole while nobody leaves, also for those enrolled in the month that is under way', () => {
    expect(timeToExit([{ month: '2026-11', inCare: 5, left: [] }], today)).toEqual([{ day: 0, share: 1 }]);
  });
});
