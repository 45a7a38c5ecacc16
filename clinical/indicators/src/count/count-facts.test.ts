/**
 * Properties of the counts that hold for every family: the shipped indicators are counted over arbitrary family
 * histories.
 */
import { addDays, localDate } from '@denba/quantities/local-date';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { arbitraryLife } from '@denba/scenario/arbitraries';
import { arbitraryCareLife, arbitraryCohort } from '@denba/scenario/arbitrary-care';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../testing/indicators/figure-of-example.ts';
import { shippedIndicators } from '../../../../testing/indicators/read-shipped-indicators.ts';
import type { CountedFact } from '../facts/counted-fact.ts';
import { countedFacts } from '../facts/counted-facts.ts';
import { addCounts, type Count, cellOf, differenceOf } from './count.ts';
import { countFacts } from './count-facts.ts';

const { indicators, dimensions } = shippedIndicators();
const count = countFacts({ indicators, dimensions });
const indicatorOf = new Map(indicators.map((one) => [one.code, one]));
const LAST_DAY = localDate('2027-12-31');

const factsOf = (life: FamilyLife): readonly CountedFact[] =>
  countedFacts(foldTimeline(life.id, life.entries), mamiRules);
const anyLife = () =>
  fc.oneof({ weight: 3, arbitrary: arbitraryCareLife() }, { weight: 1, arbitrary: arbitraryLife() });
const inOneOrder = (counts: readonly Count[]) => counts.toSorted((a, b) => (cellOf(a) < cellOf(b) ? -1 : 1));

describe('what no protocol concludes', () => {
  const enrolled = (attributes: CountedFact['attributes']): CountedFact => {
    const [fact] = factsOf(
      family('a').mother().bears({ on: '2026-01-05' }).assessed({ on: '2026-02-01', enrolment_decision: 'enrolled' }),
    ).filter(({ kind }) => kind === 'mami-enrolled');
    if (fact === undefined) throw new RangeError('nobody was enrolled');
    return { ...fact, attributes: { ...fact.attributes, ...attributes } };
  };

  it.each([1e300, -1e12, Number.NaN, Number.POSITIVE_INFINITY])('has no part in a sum: %d', (absurd) => {
    const numbers = Object.fromEntries(indicators.flatMap(({ value }) => (value === null ? [] : [[value, absurd]])));
    for (const { kind, fact, value } of indicators) {
      if (value === null || kind === 'spread') continue;
      for (const name of fact?.split(' ') ?? []) {
        const told = { ...enrolled(numbers), kind: name as CountedFact['kind'] };
        const totals = count([told], LAST_DAY).map(({ total }) => Math.abs(total));
        expect(Math.max(0, ...totals)).toBeLessThan(Number.MAX_SAFE_INTEGER);
        expect(totals.every(Number.isSafeInteger)).toBe(true);
      }
    }
  });

  it.each(['x'.repeat(4000), 'a\0b', 'half \ud83d'])('is counted as not known', (absurd) => {
    for (const { kind, fact, value } of indicators) {
      if (kind !== 'spread' || value === null) continue;
      const [name] = fact?.split(' ') ?? [];
      const told = { ...enrolled({ [value]: absurd }), kind: name as CountedFact['kind'] };
      expect(count([told], LAST_DAY).map((cell) => cell.value)).not.toContain(absurd);
    }
  });
});

describe('counts of whatever happened', () => {
  it('are never more in the numerator, or unknown, than there are in the denominator of a share', () => {
    fc.assert(
      fc.property(anyLife(), (life) => {
        for (const { indicator, numerator, unknown, denominator } of count(factsOf(life), LAST_DAY)) {
          if (indicatorOf.get(indicator)?.kind !== 'share') continue;
          expect(numerator).toBeGreaterThanOrEqual(0);
          expect(unknown).toBeGreaterThanOrEqual(0);
          expect(numerator + unknown, indicator).toBeLessThanOrEqual(denominator);
        }
      }),
    );
  });

  it('add up over the strata of a dimension, but for reasons, of which a pair may have several', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyLife(), (life) => {
        const counts = count(factsOf(life), LAST_DAY);
        for (const whole of counts.filter(({ stratum }) => stratum === '')) {
          for (const name of indicatorOf.get(whole.indicator)?.by ?? []) {
            const strata = counts.filter(
              ({ stratum, ...cell }) =>
                stratum.startsWith(`${name}=`) && cellOf({ ...cell, stratum: '' }) === cellOf(whole),
            );
            const sum = (of: 'denominator' | 'numerator' | 'unknown' | 'total') =>
              strata.reduce((all, one) => all + one[of], 0);
            if (name === 'reason') {
              expect(sum('denominator')).toBeGreaterThanOrEqual(whole.denominator);
              continue;
            }
            compared += 1;
            for (const of of ['denominator', 'numerator', 'unknown', 'total'] as const)
              expect(sum(of), `${whole.indicator} by ${name}: ${of}`).toBe(whole[of]);
          }
        }
      }),
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('are the same whatever the order of the families, and the same family by family', () => {
    fc.assert(
      fc.property(arbitraryCohort(), (lives) => {
        const together = inOneOrder(count(lives.flatMap(factsOf), LAST_DAY));
        expect(inOneOrder(count(lives.toReversed().flatMap(factsOf), LAST_DAY))).toEqual(together);
        expect(inOneOrder(addCounts(lives.flatMap((life) => [...count(factsOf(life), LAST_DAY)])))).toEqual(together);
      }),
    );
  });

  it('leave out what is true from a later day on, until that day', () => {
    let waited = 0;
    fc.assert(
      fc.property(anyLife(), (life) => {
        const facts = factsOf(life);
        for (const fact of facts) {
          if (fact.since === undefined) continue;
          waited += 1;
          expect(count([fact], addDays(fact.since, -1))).toEqual([]);
          expect(count([fact], fact.since)).toEqual(count([fact], LAST_DAY));
          const others = facts.filter((one) => one !== fact);
          const added = differenceOf(count(others, fact.since), count(facts, fact.since));
          expect(inOneOrder(added)).toEqual(inOneOrder(count([fact], fact.since)));
        }
      }),
      { numRuns: 50 },
    );
    expect(waited).toBeGreaterThan(20);
  });
});
