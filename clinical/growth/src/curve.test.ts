import { describe, expect, it } from 'vitest';
import { sampleCurves } from './curve.ts';
import { newbornValueAt } from './intergrowth/newborn-size.ts';
import { newbornWeight } from './intergrowth/weight-for-gestation.ts';
import { valueAtAge } from './who/age-index.ts';
import { weightForAge, weightForAgeIndex } from './who/weight-for-age.ts';

describe('the lines of a growth chart', () => {
  it('are the seven SD lines, on which every child has just that z', () => {
    const curves = sampleCurves((day, z) => valueAtAge(weightForAgeIndex, 'F', day, z), { from: 0, to: 183, step: 7 });
    expect(curves.map(({ z }) => z)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    for (const { z, x, y } of curves) {
      expect([x[0], x.at(-1), x.length]).toEqual([0, 183, 28]);
      x.forEach((ageDays, at) => {
        expect(weightForAge({ sex: 'F', ageDays, weightKg: y[at] ?? 0 })).toMatchObject({ kind: 'scored', z });
      });
    }
  });

  it('leave out what the standard does not have, and hold no NaN', () => {
    const [curve] = sampleCurves(
      (day, z) => newbornValueAt(newbornWeight, 'M', day, z),
      { from: 160, to: 310, step: 10 },
      [0],
    );
    expect([curve?.x[0], curve?.x.at(-1), curve?.centile]).toEqual([170, 300, 50]);
    expect(curve?.y.some(Number.isNaN)).toBe(false);
  });

  it('need a step', () => {
    expect(() => sampleCurves(() => ({ kind: 'value', value: 1 }), { from: 0, to: 1, step: 0 })).toThrow(RangeError);
  });
});
