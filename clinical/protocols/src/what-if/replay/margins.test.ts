import { NotedThreshold } from '@denba/growth/growth-judgement/noted-threshold';
import { isAbove, isBelow } from '@denba/growth/growth-judgement/threshold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Margins } from './margins.ts';

const marked = (margins: Margins, moved: readonly number[], count: number): readonly number[] => {
  const marks = new Uint8Array(count);
  margins.mark(moved, 0, marks, count);
  return [...marks.keys()].filter((index) => marks[index] === 1);
};

const anyNumber = fc.oneof(
  fc.integer({ min: -40, max: 40 }),
  fc.double({ min: -2000, max: 2000, noNaN: true }),
  fc.double({ min: -0.1, max: 0.1, noNaN: true }),
);
const anyComparison = fc.tuple(fc.constantFrom(isBelow, isAbove), anyNumber);

describe('margins', () => {
  it('leave nobody out whose comparison with a threshold that moved turns out otherwise', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyNumber, anyNumber),
        fc.array(fc.tuple(fc.array(anyComparison, { maxLength: 3 }), fc.array(anyComparison, { maxLength: 3 })), {
          maxLength: 5,
        }),
        fc.tuple(anyNumber, anyNumber),
        (values, assessments, moved) => {
          const thresholds = values.map((value) => new NotedThreshold(value));
          const margins = new Margins(thresholds, assessments.length);
          assessments.forEach((asked, index) => {
            asked.forEach((comparisons, at) => {
              for (const [compare, other] of comparisons) compare(other, thresholds[at] ?? 0);
            });
            margins.keep(index);
          });
          const asked = marked(margins, moved, assessments.length);
          assessments.forEach((comparisons, index) => {
            const same = comparisons.every((own, at) =>
              own.every(([compare, other]) => compare(other, values[at] ?? 0) === compare(other, moved[at] ?? 0)),
            );
            if (!same) expect(asked).toContain(index);
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('mark nobody else, where thresholds and what they are compared with are whole numbers not far apart', () => {
    const threshold = new NotedThreshold(20);
    const margins = new Margins([threshold], 60);
    for (let gain = 0; gain < 60; gain++) {
      isBelow(gain, threshold);
      margins.keep(gain);
    }
    expect(marked(margins, [25], 60)).toEqual([20, 21, 22, 23, 24]);
    expect(marked(margins, [17], 60)).toEqual([17, 18, 19]);
    expect(marked(margins, [20], 60)).toEqual([]);
  });

  it('mark everybody whose judgement reckoned with a threshold that moved, however little', () => {
    const threshold = new NotedThreshold(0.67);
    const margins = new Margins([threshold], 2);
    threshold.reckonedWith();
    margins.keep(1);
    expect(marked(margins, [0.6701], 2)).toEqual([1]);
    expect(marked(margins, [0.6699], 2)).toEqual([1]);
  });

  it('take no memory for a threshold that was compared with nothing', () => {
    const thresholds = [new NotedThreshold(1), new NotedThreshold(2)];
    const margins = new Margins(thresholds, 1000);
    isBelow(3, thresholds[1] ?? 0);
    margins.keep(7);
    expect(margins.bytes).toBe(1000);
  });
});
