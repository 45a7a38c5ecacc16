import { describe, expect, it } from 'vitest';
import { daysFromMonths } from '../age.ts';
import { measuredLength } from './measured-length.ts';

describe('a measured length', () => {
  it.each([
    ['lying under two years', 730, 'lying', 0],
    ['standing under two years', 730, 'standing', 0.7],
    ['lying from day 731', 731, 'lying', -0.7],
    ['standing from day 731', 731, 'standing', 0],
    ['unknown posture', 800, null, 0],
    ['lying at 24 months, which is day 731', daysFromMonths(24), 'lying', -0.7],
    ['lying at 730.49 days, which is day 730', 730.49, 'lying', 0],
    ['standing at an unknown age', null, 'standing', 0],
  ] as const)('%s is corrected', (_, ageDays, measured, correctionCm) => {
    expect(measuredLength({ ageDays, lengthCm: 80, measured })).toEqual({
      lengthCm: 80 + correctionCm,
      correctionCm,
      standingTooYoung: false,
    });
  });

  it('is not believed to be standing under nine months: nothing added, and said', () => {
    const at = (months: number) =>
      measuredLength({ ageDays: daysFromMonths(months), lengthCm: 60, measured: 'standing' });
    expect(at(8)).toEqual({ lengthCm: 60, correctionCm: 0, standingTooYoung: true });
    expect(at(9)).toEqual({ lengthCm: 60.7, correctionCm: 0.7, standingTooYoung: false });
  });
});
