import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { expect, it } from 'vitest';
import { mamiRules } from '../../../../testing/indicators/figure-of-example.ts';
import { monthFacts } from './month-facts.ts';

const born = family('keita').mother().bears({ on: '2026-01-05', birth_count: 1 });
const allDomains = (life: FamilyLife) =>
  monthFacts(foldTimeline(life.id, life.entries), mamiRules).map(({ attributes }) => attributes['all_domains']);
const complete = { findings: { reasons: [] } };

it('takes for answered what the record knew and an entry does not repeat: a birth, an earlier visit', () => {
  const asSaved = born.assessed({ on: '2026-02-01', multiple_birth: null, ...complete });
  expect(allDomains(asSaved)).toEqual([true]);
  const again = asSaved.assessed({ on: '2026-03-01', multiple_birth: null, congenital: null, ...complete });
  expect(allDomains(again)).toEqual([true, true]);
});

it('does not take for answered what was only said later', () => {
  const later = born
    .assessed({ on: '2026-02-01', prior_infant_death: null, ...complete })
    .assessed({ on: '2026-03-01', prior_infant_death: false, ...complete });
  expect(allDomains(later)).toEqual([false, true]);
});
