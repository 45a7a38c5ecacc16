import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRates, peopleIn } from './population.ts';

describe('the people of a catchment area', () => {
  it('are, of 10,000 with a birth rate of 40 ‰, those of the worked example', () => {
    const inAYear = (group: Parameters<typeof peopleIn>[0]) => peopleIn(group, 10_000, 12).toFixed(1);
    expect(defaultRates.crudeBirthRate).toBe(40);
    expect(inAYear('live_births')).toBe('400.0');
    expect(inAYear('deliveries')).toBe('405.1');
    expect(inAYear('pregnancies')).toBe('417.6');
    expect(peopleIn('pregnancies', 10_000, 1).toFixed(1)).toBe('34.8');
  });

  it('are counted once a month where they live there, and as a flow where they are born', () => {
    expect(peopleIn('population', 10_000, 1)).toBe(10_000);
    expect(peopleIn('population', 10_000, 3)).toBe(30_000);
    // Live births a year × survivors ÷ 2: 400 × 0.961 ÷ 2.
    expect(peopleIn('infants_0_5_months', 10_000, 1)).toBeCloseTo(192.2, 10);
    expect(peopleIn('live_births', 10_000, 3)).toBeCloseTo(100, 10);
  });

  const share = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const arbitraryRates = () =>
    fc.record({
      crudeBirthRate: fc.double({ min: 5, max: 60, noNaN: true }),
      twinShare: share(0.1),
      stillbirthShare: share(0.1),
      pregnancyLossShare: share(0.3),
      neonatalDeathShare: share(0.1),
    });
  const arbitraryPopulation = () => fc.integer({ min: 1, max: 2_000_000 });

  it('are never more at birth than were expected, for any rates by which losses outweigh twins', () => {
    fc.assert(
      fc.property(arbitraryPopulation(), arbitraryRates(), (population, rates) => {
        fc.pre(rates.twinShare / 2 <= rates.stillbirthShare + rates.pregnancyLossShare * (1 - rates.stillbirthShare));
        const [born, expected] = [
          peopleIn('live_births', population, 12, rates),
          peopleIn('pregnancies', population, 12, rates),
        ];
        expect(born).toBeLessThanOrEqual(expected * (1 + 1e-12));
      }),
    );
  });

  it('have more live births than pregnancies only where twins outweigh every loss', () => {
    const rates = { ...defaultRates, twinShare: 0.1, stillbirthShare: 0, pregnancyLossShare: 0 };
    expect(peopleIn('live_births', 10_000, 12, rates)).toBe(400);
    expect(peopleIn('pregnancies', 10_000, 12, rates)).toBeCloseTo(380, 10);
  });

  it('grow with the population, and with nothing else', () => {
    fc.assert(
      fc.property(arbitraryPopulation(), arbitraryRates(), (population, rates) => {
        for (const group of ['live_births', 'deliveries', 'pregnancies', 'infants_0_5_months'] as const)
          expect(peopleIn(group, 2 * population, 1, rates)).toBeCloseTo(2 * peopleIn(group, population, 1, rates), 6);
      }),
    );
  });
});
