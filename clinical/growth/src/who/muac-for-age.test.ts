import { describe, expect, it } from 'vitest';
import { valueAtAge } from './age-index.ts';
import { muacForAge, muacForAgeIndex } from './muac-for-age.ts';

describe('MUAC-for-age', () => {
  it.each([
    ['M', 91, '115.5', '134.8'],
    ['M', 182, '121.9', '142.4'],
    ['F', 91, '110.7', '130.2'],
    ['F', 182, '116.8', '137.7'],
  ] as const)('%s at %i days: −2 is %s mm, the median %s mm', (sex, ageDays, low, median) => {
    const mm = (z: number) => {
      const answer = valueAtAge(muacForAgeIndex, sex, ageDays, z);
      return answer.kind === 'value' && (answer.value * 10).toFixed(1);
    };
    expect([mm(-2), mm(0)]).toEqual([low, median]);
  });

  it.each([
    [91, -2.07, -2.61],
    [147, -2.57, -3.09],
    [182, -2.75, -3.26],
  ])('a MUAC of 110 mm at %i days is %f (girl), %f (boy)', (ageDays, girl, boy) => {
    expect(muacForAge({ sex: 'F', ageDays, muacCm: 11 })).toMatchObject({ z: girl });
    expect(muacForAge({ sex: 'M', ageDays, muacCm: 11 })).toMatchObject({ z: boy });
  });

  it('has no standard under 91 days', () => {
    const at = (ageDays: number) => muacForAge({ sex: 'F', ageDays, muacCm: 11 }).kind;
    expect([at(90), at(90.49), at(90.5)]).toEqual(['outOfRange', 'outOfRange', 'scored']);
  });
});
