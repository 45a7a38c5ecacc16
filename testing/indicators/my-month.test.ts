/** « Mon mois » on the phone, with the indicators that are shipped. */
import { familyMonths } from '@denba/indicators/month/family-months';
import { monthFigures, type Whose } from '@denba/indicators/month/month-figures';
import { localDate } from '@denba/quantities/local-date';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
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
