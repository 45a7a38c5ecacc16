import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../testing/indicators/figure-of-example.ts';
import { appointmentFacts } from './appointment-facts.ts';

const factsOf = (life: FamilyLife, kind: string) =>
  appointmentFacts(foldTimeline(life.id, life.entries), mamiRules).filter((fact) => fact.kind === kind);

/**
 * The visit is due on 2 March, seven days after the assessment. Its last day is 5 March; it counts as missed from 6
 * March.
 */
const missing = family('awa')
  .mother({ on: '2026-01-05' })
  .bears({ on: '2026-01-05' })
  .assessed({ on: '2026-02-23', enrolment_decision: 'enrolled', next_due: '2026-03-02' });

describe('the search for a family that did not come', () => {
  const searched = (on: string, tracing_result = 'found') =>
    factsOf(missing.traced(tracing_result, { on }), 'visit-missed-first')[0];

  it('is told once the seventh day has passed, whether it was made or not', () => {
    expect(searched('2026-03-13')).toMatchObject({ since: '2026-03-14', attributes: { traced_after_days: 7 } });
    const nobody = factsOf(missing, 'visit-missed-first');
    expect(nobody).toMatchObject([{ on: '2026-03-06', since: '2026-03-14', attributes: { traced_after_days: -1 } }]);
    expect(searched('2026-03-14')).toMatchObject({ since: '2026-03-14', attributes: { traced_after_days: 8 } });
  });

  it('is in time when it was made before the visit counted as missed', () => {
    expect(searched('2026-03-04')).toMatchObject({ since: '2026-03-14', attributes: { traced_after_days: 0 } });
  });

  it('is none when it was not made', () => {
    expect(searched('2026-03-08', 'not_done')).toMatchObject({ attributes: { traced_after_days: -1 } });
  });
});

describe('an appointment', () => {
  it('that was kept is told on the day on which it would be missed: of those who came alone no share is made', () => {
    const [missed] = factsOf(missing, 'visit-due');
    const [kept] = factsOf(missing.visit({ on: '2026-03-02', next_due: '2026-03-30' }), 'visit-due');
    expect([kept?.attributes['kept'], missed?.attributes['kept']]).toEqual([true, false]);
    expect(kept).toMatchObject({ on: missed?.on, since: missed?.since });
  });

  const left = missing.exits('R4', { on: '2026-03-10' });

  it('of a child who had left care and was seen in passing is none', () => {
    const passing = left.visit({ on: '2026-03-20', next_due: '2026-04-03' });
    expect(factsOf(passing, 'visit-due').map(({ on }) => on)).toEqual(['2026-03-02']);
  });

  it('of a child who returned is one', () => {
    const back = left.returns('return', { on: '2026-03-20' }).visit({ on: '2026-03-20', next_due: '2026-04-03' });
    expect(factsOf(back, 'visit-due').map(({ on }) => on)).toEqual(['2026-03-02', '2026-04-03']);
  });
});
