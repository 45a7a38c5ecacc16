import { describe, expect, it } from 'vitest';
import { bitsOf, duplicateWeights } from './duplicate-weights.ts';

const { motherName, otherName, village, births, motherAge } = duplicateWeights;

describe('the weights', () => {
  it.each([
    ['the mother’s name', motherName],
    ['other names', otherName],
    ['the village', village],
  ])('of %s never say more for a lesser likeness', (_, weights) => {
    const bits = ([0, 1, 2, 3, 4, 5] as const).map((alike) => bitsOf(weights[alike], 0.01));
    expect(bits).toEqual(bits.toSorted((a, b) => a - b));
  });

  it('say more the rarer a name is, up to a limit', () => {
    expect(bitsOf(motherName[5], 0.001)).toBeGreaterThan(bitsOf(motherName[5], 0.1));
    expect(bitsOf(motherName[5], 0)).toBe(motherName[5].atMost);
  });

  it('speak against where registrations differ', () => {
    for (const weight of [
      motherName[0],
      village[0],
      duplicateWeights.otherPhone,
      duplicateWeights.otherCard,
      duplicateWeights.otherSex,
    ]) {
      expect(bitsOf(weight)).toBeLessThan(0);
    }
  });

  it('fall with the days and years between two births', () => {
    expect(bitsOf(births[0])).toBeGreaterThan(bitsOf(births[1]));
    expect(bitsOf(births[1])).toBeGreaterThan(bitsOf(births[2]));
    expect(bitsOf(births[3])).toBeLessThan(bitsOf(births[4]));
    const ages = motherAge.map((weight) => bitsOf(weight));
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
  });

  it('are shares: m and u lie between 0 and 1', () => {
    const all = [
      ...Object.values(motherName),
      ...Object.values(otherName),
      ...Object.values(village),
      ...births,
      ...motherAge,
    ];
    for (const { m, u } of all) {
      expect(m).toBeGreaterThan(0);
      expect(m).toBeLessThanOrEqual(1);
      if (u !== 'counted') expect(u > 0 && u <= 1).toBe(true);
    }
  });
});
