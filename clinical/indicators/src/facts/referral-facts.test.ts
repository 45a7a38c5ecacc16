import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../testing/indicators/figure-of-example.ts';
import { referralFacts } from './referral-facts.ts';

const factsOf = (life: FamilyLife, kind: string) =>
  referralFacts(foldTimeline(life.id, life.entries), mamiRules).filter((fact) => fact.kind === kind);

const awa = family('awa').mother({ on: '2026-01-05' }).bears({ on: '2026-01-05' });
const referred = awa.transferred('temporary', { on: '2026-03-20', referral_to: 'inpatient', as: 'referral' });

describe('the note of the hospital', () => {
  it('about an earlier stay does not say that the child arrived this time', () => {
    const late = referred.counterReferred({ on: '2026-03-21', admitted_on: '2026-02-10', discharged_on: '2026-02-15' });
    expect(factsOf(late, 'referred')).toMatchObject([{ attributes: { received_after_days: -1 } }]);
  });

  it('answers the referral that it names, whatever days it gives', () => {
    const named = referred.counterReferred({
      on: '2026-03-21',
      admitted_on: '2026-03-19',
      discharged_on: '2026-03-19',
      referral_entry: referred.entry('referral').id,
    });
    expect(factsOf(named, 'referred')).toMatchObject([{ attributes: { received_after_days: 0 } }]);
  });

  it('gives a day of discharge, which is one only for who left alive', () => {
    const note = { on: '2026-03-25', discharged_on: '2026-03-24' };
    expect(factsOf(referred.counterReferred(note), 'hospital-discharged')).toHaveLength(1);
    expect(factsOf(referred.childDies({ on: '2026-03-24' }).counterReferred(note), 'hospital-discharged')).toEqual([]);
    expect(factsOf(referred.childDies({ on: '2026-03-25' }).counterReferred(note), 'hospital-discharged')).toHaveLength(
      1,
    );
  });
});
