import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  postnatalHead,
  postnatalLength,
  postnatalValueAt,
  postnatalWeight,
  postnatalWeightAtLength,
  scorePostnatal,
  scorePostnatalWeightForLength,
} from './postnatal-growth.ts';

const kilograms = (sex: 'M' | 'F', weeks: number) =>
  [-3, -2, 0]
    .map((z) => postnatalValueAt(postnatalWeight, sex, weeks * 7, z))
    .map((answer) => (answer.kind === 'value' ? answer.value.toFixed(2) : answer.what))
    .join(' ');

describe('postnatal growth of preterm infants', () => {
  it.each([
    [36, '1.45 1.69 2.28', '1.59 1.85 2.50'],
    [40, '2.06 2.37 3.13', '2.25 2.59 3.43'],
    [48, '3.20 3.64 4.74', '3.50 3.99 5.19'],
    [56, '4.12 4.69 6.07', '4.52 5.14 6.65'],
  ])('at %i weeks: −3, −2 and median are %s kg (girls), %s kg (boys)', (weeks, girls, boys) => {
    expect([kilograms('F', weeks), kilograms('M', weeks)]).toEqual([girls, boys]);
  });

  it('finds a boy born at 32 weeks, 56 days old, of 2.60 kg at −1.98', () => {
    const score = scorePostnatal(postnatalWeight, { sex: 'M', postMenstrualAgeDays: 32 * 7 + 56, value: 2.6 });
    expect(score).toMatchObject({ kind: 'scored', z: -1.98 });
  });

  it('covers 27+0 to 64+0, both included', () => {
    const kind = (postMenstrualAgeDays: number) =>
      scorePostnatal(postnatalLength, { sex: 'F', postMenstrualAgeDays, value: 50 }).kind !== 'outOfRange';
    expect([188, 189, 448, 449].map(kind)).toEqual([false, true, true, false]);
  });

  it('round-trips for weight, length and head', () => {
    const place = fc.tuple(
      fc.constantFrom('M' as const, 'F' as const),
      fc.double({ min: 189, max: 448, noNaN: true }),
      fc.double({ min: -4, max: 4, noNaN: true }),
    );
    fc.assert(
      fc.property(place, ([sex, postMenstrualAgeDays, z]) => {
        for (const measure of [postnatalWeight, postnatalLength, postnatalHead]) {
          const value = postnatalValueAt(measure, sex, postMenstrualAgeDays, z);
          if (value.kind !== 'value') throw new Error(value.what);
          const score = scorePostnatal(measure, { sex, postMenstrualAgeDays, value: value.value });
          expect('raw' in score ? score.raw : Number.NaN).toBeCloseTo(z, 9);
        }
      }),
    );
  });

  it('reads weight for length from 35 to 65 cm, and back', () => {
    const place = fc.tuple(
      fc.constantFrom('M' as const, 'F' as const),
      fc.double({ min: 35, max: 65, noNaN: true }),
      fc.double({ min: -2.5, max: 4, noNaN: true }),
    );
    fc.assert(
      fc.property(place, ([sex, lengthCm, z]) => {
        const weight = postnatalWeightAtLength(sex, lengthCm, z);
        fc.pre(weight.kind === 'value');
        const score = scorePostnatalWeightForLength({ sex, weightKg: weight.value, lengthCm });
        expect('raw' in score ? score.raw : Number.NaN).toBeCloseTo(z, 9);
      }),
    );
    const kind = (lengthCm: number) => scorePostnatalWeightForLength({ sex: 'M', weightKg: 3, lengthCm }).kind;
    expect([34.9, 35, 65, 65.1].map((cm) => kind(cm) === 'outOfRange')).toEqual([true, false, false, true]);
  });

  it('names what is missing or cannot be', () => {
    const infant = { sex: 'F', postMenstrualAgeDays: 280, value: 3 } as const;
    expect(scorePostnatal(postnatalWeight, { ...infant, sex: null })).toEqual({ kind: 'missing', what: 'sex' });
    expect(scorePostnatal(postnatalWeight, { ...infant, value: null })).toEqual({ kind: 'missing', what: 'weight' });
    expect(scorePostnatal(postnatalWeight, { ...infant, value: 0 }).kind).toBe('implausible');
    expect(scorePostnatal(postnatalWeight, { ...infant, postMenstrualAgeDays: null }).kind).toBe('missing');
  });
});
