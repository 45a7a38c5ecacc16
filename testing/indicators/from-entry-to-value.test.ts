/**
 * The whole way of the data, for newcomers: what a midwife saves → entries → the family's timeline → facts → counts →
 * the figure that a district reads. First with one family, then with three.
 */

import { addCounts } from '@denba/indicators/count/count';
import { countFacts } from '@denba/indicators/count/count-facts';
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { localDate } from '@denba/quantities/local-date';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { describe, expect, it } from 'vitest';
import { compiledMami } from '../protocols/test/compiled-mami.ts';
import { shippedIndicators } from './read-shipped-indicators.ts';

const rules = followUpRules(compiledMami);
const { indicators, dimensions } = shippedIndicators();
const count = countFacts({ indicators, dimensions });
const indicator = (code: string) => {
  const found = indicators.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no indicator ${code}`);
  return found;
};

const june = '2026-06-30';

/** Screened positive on 2 March, assessed and enrolled four days later, seen once, discharged well at six months. */
const awa = family('awa')
  .mother({ on: '2026-01-05' })
  .bears({ on: '2026-01-05', birth_weight_g: 2100, sex: 'F', infant_name: 'Awa' })
  .screened({ on: '2026-03-02', screen_result: 'positive', contact_point: 'vaccination' })
  .assessed({
    on: '2026-03-06',
    weight_g: 3600,
    enrolment_decision: 'enrolled',
    enrol_reason: ['waz'],
    next_due: '2026-03-13',
  })
  .visit({ on: '2026-03-14', weight_g: 3800, next_due: '2026-03-28' })
  .exits('R1', { on: '2026-06-20' });

const factsOf = (life: FamilyLife) => countedFacts(foldTimeline(life.id, life.entries), rules);
const countsOf = (life: FamilyLife, today = june) => count(factsOf(life), localDate(today));

describe('from entry to value', () => {
  it('an entry becomes a fact that names it', () => {
    const screen = factsOf(awa).find(({ kind }) => kind === 'mami-screened');
    expect(screen).toMatchObject({
      on: '2026-03-02',
      attributes: { sex: 'F', age_days: 56, result: 'positive', contact_point: 'vaccination', first_of_month: true },
    });
    expect(awa.entries.some(({ id }) => id === screen?.entry)).toBe(true);
  });

  it('a fact becomes counts: one for all, one for each way to break it down', () => {
    const positive = countsOf(awa).filter((one) => one.indicator === 'MAMI.IND.02');
    expect(positive.map(({ stratum, numerator, denominator }) => [stratum, numerator, denominator])).toEqual([
      ['', 1, 1],
      ['sex=F', 1, 1],
      ['age=6w-2m', 1, 1],
      ['contact=vaccination', 1, 1],
    ]);
  });

  it('counts of families become a share with what it is made of', () => {
    const lost = family('binta')
      .mother({ on: '2026-01-10' })
      .bears({ on: '2026-01-10' })
      .screened({ on: '2026-03-03', screen_result: 'positive' });
    const well = family('cira')
      .mother({ on: '2026-02-01' })
      .bears({ on: '2026-02-01' })
      .screened({ on: '2026-03-20', screen_result: 'negative' });
    const counts = addCounts([awa, lost, well].flatMap((life) => [...countsOf(life)])).filter(
      ({ month, stratum }) => month === '2026-03' && stratum === '',
    );
    const figure = (code: string) =>
      makeFigure(
        indicator(code),
        counts.filter((one) => one.indicator === code),
        { mayReadRegister: true },
      );
    expect(figure('MAMI.IND.02')).toMatchObject({ numerator: 2, denominator: 3, value: expect.closeTo(66.67, 2) });
    expect(figure('MAMI.IND.03')).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
    expect(figure('MAMI.IND.05')).toMatchObject({ value: 1 });
    expect(figure('MAMI.IND.08')).toMatchObject({ value: null, why: 'nothingToCount' });
  });

  it('what is not certain yet counts nowhere: a screen of yesterday, a visit of today', () => {
    const followed = (today: string) =>
      countsOf(awa, today).filter(({ indicator, stratum }) => indicator === 'MAMI.IND.24' && stratum === '');
    // The visit that is due on the 13th may take place until the 16th: kept or missed, it is counted from the 17th.
    expect(followed('2026-03-16')).toEqual([]);
    expect(followed('2026-03-17')).toMatchObject([{ denominator: 1, numerator: 1 }]);
    expect(followed('2026-06-30').reduce((sum, { denominator }) => sum + denominator, 0)).toBe(2);
  });
});
