import { describe, expect, it } from 'vitest';
import { axisUnit, xTicks, yTicks } from './axis-ticks.ts';

const numbers = (ticks: readonly { readonly value: number | null }[]) =>
  ticks.map(({ value }) => value).filter((value) => value !== null);
const wide = { marks: 100, labels: 30 };

describe('the x axis', () => {
  it('counts weeks to a quarter, as the card does, then months', () => {
    expect(axisUnit('age', { from: 0, to: 56 })).toBe('weeks');
    expect(axisUnit('age', { from: 0, to: 91 })).toBe('weeks');
    expect(axisUnit('age', { from: 0, to: 183 })).toBe('months');
    expect(axisUnit('postMenstrualAge', { from: 189, to: 448 })).toBe('postMenstrualWeeks');
    expect(axisUnit('gestation', { from: 168, to: 300 })).toBe('gestationWeeks');
    expect(axisUnit('length', { from: 45, to: 70 })).toBe('centimetres');
  });

  it('has its marks at whole weeks and months', () => {
    expect(numbers(xTicks('age', { from: 0, to: 56 }, wide))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(xTicks('age', { from: 0, to: 56 }, wide).at(-1)?.at).toBe(56);
    expect(numbers(xTicks('age', { from: 0, to: 183 }, wide))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(xTicks('age', { from: 0, to: 183 }, wide)[1]?.at).toBe(30.4375);
  });

  it('ends a view to day 730 at 24 months, though these are 730.5 days', () => {
    const ticks = xTicks('age', { from: 0, to: 730 }, { marks: 100, labels: 9 });
    expect(numbers(ticks)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
    expect(ticks.at(-1)?.at).toBe(730);
  });

  it('has fewer numbers where there is less room, and marks between them', () => {
    const ticks = xTicks('age', { from: 0, to: 730 }, { marks: 30, labels: 5 });
    expect(numbers(ticks)).toEqual([0, 6, 12, 18, 24]);
    expect(ticks).toHaveLength(25);
  });

  it('begins where the view begins', () => {
    expect(numbers(xTicks('postMenstrualAge', { from: 189, to: 280 }, wide))[0]).toBe(27);
    expect(numbers(xTicks('length', { from: 45.3, to: 50 }, wide))).toEqual([46, 47, 48, 49, 50]);
  });
});

describe('the y axis', () => {
  it('has round numbers', () => {
    expect(numbers(yTicks({ from: 1.7, to: 8.3 }, 7))).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(numbers(yTicks({ from: 2.1, to: 3.3 }, 6))).toEqual([2.2, 2.4, 2.6, 2.8, 3, 3.2]);
    expect(numbers(yTicks({ from: 96, to: 150 }, 5))).toEqual([100, 120, 140]);
  });

  it('is bare rather than endless when there is no range', () => {
    expect(yTicks({ from: 3, to: 3 }, 5)).toEqual([]);
    expect(yTicks({ from: Number.NaN, to: 3 }, 5)).toEqual([]);
  });
});
