import { localDate } from '@denba/quantities/local-date';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../../clinical/protocols/test/mami.ts';
import { savedIn, statusOn } from '../../../test/save-drafts.ts';
import { emptyCounterForm } from './counter-draft.ts';
import {
  type CounterReferralForm,
  counterReferralEntries,
  gramsOf,
  proposedReturn,
} from './counter-referral-entries.ts';

const inHospital = family('keita')
  .mother()
  .bears({ on: '2026-01-05' })
  .assessed({ on: '2026-02-20', enrolment_decision: 'enrolled', next_due: '2026-03-02' })
  .transferred('temporary', { on: '2026-02-25', referral_to: 'inpatient' });
const about = { family: inHospital.id, child: inHospital.childId(), referral: null, followed: true };
const form: CounterReferralForm = {
  ...emptyCounterForm(localDate('2026-03-06'), 'CSRéf'),
  result: 'treated',
  dischargedOn: localDate('2026-03-04'),
  weight: '3250',
  diagnosis: 'Pneumonie',
};
const back = (over: Partial<CounterReferralForm> = {}, followed = true) =>
  savedIn(inHospital, counterReferralEntries({ ...form, ...over }, { ...about, followed }), '2026-03-06');

describe('what the hospital wrote back', () => {
  it('brings the infant back into care from the day of discharge', () => {
    const timeline = timelineOf(back());
    expect(timeline.episodes[0]?.periods.at(-1)).toEqual({ status: 'active', from: '2026-03-04', to: null });
    expect(timeline.problems).toEqual([]);
    expect(statusOn(back(), '2026-03-07').kind).toBe('backFromHospital');
  });

  it('without a discharge leaves the infant in hospital', () => {
    expect(statusOn(back({ dischargedOn: null, result: 'received' }), '2026-03-14').kind).toBe('inHospital');
  });

  it('of an infant who was not followed here is kept, and brings nobody back', () => {
    expect(counterReferralEntries(form, { ...about, followed: false })).toHaveLength(1);
  });

  it('keeps the weight at discharge in grams, and nothing that is not known', () => {
    const [note] = counterReferralEntries(form, about);
    expect(note?.answers).toEqual({
      from_facility: 'CSRéf',
      referral_result: 'treated',
      discharged_on: '2026-03-04',
      diagnosis: 'Pneumonie',
      weight_g: 3250,
    });
  });

  it.each([
    ['3250', 3250],
    ['3,25', 3250],
    ['3.250', 3250],
    ['', null],
    ['0', null],
    ['trois', null],
  ])('reads the weight %j as %j g', (typed, grams) => {
    expect(gramsOf(typed)).toBe(grams);
  });
});

describe('the next visit', () => {
  const today = localDate('2026-03-06');

  it('is proposed within the days of the protocol after the discharge', () => {
    expect(proposedReturn(localDate('2026-03-04'), today, mamiRules.resumeAfterDays)).toBe('2026-03-11');
  });

  it('is today when those days are over', () => {
    expect(proposedReturn(localDate('2026-02-01'), today, mamiRules.resumeAfterDays)).toBe(today);
  });

  it('is not proposed without a discharge', () => {
    expect(proposedReturn(null, today, 7)).toBeNull();
  });
});
