import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { timeToExit as curveOf, shareAt } from './time-to-exit.ts';

const today = localDate('2026-11-26');

const timeToExit = (...asked: Parameters<typeof curveOf>) => curveOf(...asked).steps;

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
    // October ended 26 days ago: two of six children are known to be in care for 26 days, and nothing is known of them
    // after that.
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
    const steps = curveOf(stays, today);
    expect(shareAt(steps, 10)).toBeCloseTo(5 / 6);
    expect(shareAt(steps, 20)).toBeCloseTo((5 / 6) * (4 / 5));
    expect(shareAt(steps, 39)).toBeCloseTo((5 / 6) * (4 / 5));
    expect(shareAt(steps, 40)).toBe(0);
  });

  it('is not there when nobody was enrolled', () => {
    expect(timeToExit([], today)).toEqual([]);
    expect(shareAt(curveOf([], today), 10)).toBeNull();
  });

  it('stays whole while nobody leaves, also for those enrolled in the month that is under way', () => {
    expect(timeToExit([{ month: '2026-11', inCare: 5, left: [] }], today)).toEqual([{ day: 0, share: 1 }]);
  });

  it('ends on the last day that anybody was followed to: nobody knows who would have left later', () => {
    const young = curveOf([{ month: '2026-09', inCare: 4, left: [{ day: 20, count: 1 }] }], today);
    // September ended 57 days ago.
    expect(shareAt(young, 57)).toBe(0.8);
    expect(shareAt(young, 58)).toBeNull();
    const left = curveOf([{ month: '2026-09', inCare: 0, left: [{ day: 20, count: 1 }] }], today);
    expect(shareAt(left, 180)).toBe(0);
  });

  it('falls only when five have left together, for a reader who may not see small numbers', () => {
    const left = [10, 11, 12, 13, 20, 30, 31].map((day) => ({ day, count: 1 }));
    expect(timeToExit([{ month: '2026-01', inCare: 3, left }], today, 5)).toEqual([
      { day: 0, share: 1 },
      { day: 20, share: expect.closeTo(0.5) },
    ]);
  });
});
