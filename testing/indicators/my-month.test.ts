/** « Mon mois » on the phone, with the indicators that are shipped. */
import { type Count, cellOf } from '@denba/indicators/count/count';
import { tallyFacts } from '@denba/indicators/count/count-facts';
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import type { Indicator } from '@denba/indicators/indicator';
import { familyMonths } from '@denba/indicators/month/family-months';
import { monthFigures, monthIndicators, type Whose } from '@denba/indicators/month/month-figures';
import { localDate } from '@denba/quantities/local-date';
import { arbitraryLife } from '@denba/scenario/arbitraries';
import { arbitraryCareLife } from '@denba/scenario/arbitrary-care';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../clinical/protocols/test/mami.ts';
import { shippedIndicators } from './read-shipped-indicators.ts';

const count = familyMonths(shippedIndicators().indicators);
const everybody: Whose = {
  places: new Set(
    family('keita')
      .mother()
      .entries.map(({ facility }) => facility as string),
  ),
};
const born = family('keita').mother().bears({ on: '2026-01-05' });

describe('my month', () => {
  const life = born
    .screened({ on: '2026-01-10', screen_result: 'positive' })
    .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' })
    .visit({ on: '2026-01-24', next_due: '2026-02-07' })
    .visit({ on: '2026-02-20', next_due: '2026-03-06' })
    .exits('R6', { on: '2026-03-01' });
  const months = count(timelineOf(life), mamiRules);
  const figures = (month: string, today = '2026-04-01', whose: Whose = everybody) =>
    monthFigures([months], month, localDate(today), whose);

  it('counts each thing once, with what it is a share of', () => {
    expect(figures('2026-01')).toEqual({
      screened: 1,
      positive: { numerator: 1, denominator: 1 },
      assessed: 1,
      assessedInTime: { numerator: 1, denominator: 1 },
      enrolled: 1,
      visits: 1,
      kept: { numerator: 1, denominator: 1 },
      exits: {},
    });
    expect(figures('2026-02')).toMatchObject({ visits: 1, kept: { numerator: 0, denominator: 1 } });
    expect(figures('2026-03')).toMatchObject({ kept: { numerator: 0, denominator: 0 }, exits: { R6: 1 } });
  });

  it('counts an agreed visit only once it was kept or missed', () => {
    expect(figures('2026-02', '2026-02-10').kept).toEqual({ numerator: 0, denominator: 0 });
    expect(figures('2026-02', '2026-02-15').kept).toEqual({ numerator: 0, denominator: 1 });
  });

  it('is the worker’s own when she is named, and adds up over families', () => {
    const author = life.entries[0]?.author ?? '';
    expect(figures('2026-01', '2026-04-01', { author }).screened).toBe(1);
    expect(figures('2026-01', '2026-04-01', { author: 'somebody else' }).screened).toBe(0);
    expect(monthFigures([months, months], '2026-01', localDate('2026-04-01'), everybody).positive).toEqual({
      numerator: 2,
      denominator: 2,
    });
  });

  it('does not count a visit that fell away because the child was in hospital', () => {
    const away = born
      .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' })
      .transferred('temporary', { on: '2026-01-20' });
    const own = count(timelineOf(away), mamiRules);
    expect(monthFigures([own], '2026-01', localDate('2026-04-01'), everybody).kept).toEqual({
      numerator: 0,
      denominator: 0,
    });
  });
});

describe('what a family adds to the months', () => {
  const { indicators } = shippedIndicators();
  const codes: ReadonlySet<string> = new Set(Object.values(monthIndicators));
  const ofPhone = indicators.filter(({ code }) => codes.has(code));

  /** By indicator, month and value: what counts, of how many. */
  const cells = (counts: readonly Pick<Count, 'indicator' | 'month' | 'value' | 'numerator' | 'denominator'>[]) => {
    const sums = new Map<string, readonly [number, number]>();
    for (const count of counts) {
      const cell = cellOf({ ...count, stratum: '', unknown: 0, total: 0 });
      const [n, d] = sums.get(cell) ?? [0, 0];
      sums.set(cell, [n + count.numerator, d + count.denominator]);
    }
    return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  const kept = (own: readonly Indicator[], life: FamilyLife) =>
    familyMonths(own)(timelineOf(life), mamiRules).flatMap(({ counts }) =>
      counts.map(([month, indicator, numerator, denominator, , value]) => ({
        ...{ month, indicator, numerator, denominator, value: value ?? '' },
      })),
    );
  const ofAllFacts = (own: readonly Indicator[], life: FamilyLife) =>
    tallyFacts({ indicators: own.map((one) => ({ ...one, by: [] })), dimensions: [] })(
      countedFacts(timelineOf(life), mamiRules),
      localDate('9999-12-31'),
    );

  it.each([
    ['the indicators of the phone', ofPhone],
    ['all indicators', indicators],
    ...indicators.map((one): [string, Indicator[]] => [one.code, [one]]),
  ])('is what all of its facts say to %s', (_, own) => {
    fc.assert(
      fc.property(fc.oneof(arbitraryCareLife(), arbitraryLife()), (life) => {
        expect(cells(kept(own, life))).toEqual(cells(ofAllFacts(own, life)));
      }),
      { numRuns: own.length === 1 ? 10 : 40 },
    );
  });
});
