import { localDate } from '@denba/quantities/local-date';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../../../clinical/protocols/test/mami.ts';
import { savedIn, statusOn } from '../../../test/save-drafts.ts';
import { type ReferralForm, referralEntries } from './refer-entries.ts';
import { proposeReferral } from './referral-proposal.ts';

const life = family('keita')
  .mother()
  .bears({ on: '2026-01-05' })
  .assessed({ on: '2026-02-20', enrolment_decision: 'enrolled', next_due: '2026-03-02' });
const about = {
  family: life.id,
  child: life.childId(),
  mother: life.motherId,
  visit: null,
  on: localDate('2026-02-25'),
  at: '10:40',
  facilityId: 'hopital',
};
const form: ReferralForm = {
  ...proposeReferral(null, {}, mami).form,
  urgent: true,
  facility: ' CSRéf ',
  dangerSigns: ['Convulse.'],
  reasons: ['P/A bas.'],
  otherReason: ' Pâle ',
};
const referred = (over: Partial<ReferralForm>) => savedIn(life, referralEntries({ ...form, ...over }, about));

describe('a referral', () => {
  it('to hospital keeps the stay open and the reminders quiet', () => {
    const gone = referred({});
    expect(timelineOf(gone).episodes).toMatchObject([{ status: 'inpatient' }]);
    expect(statusOn(gone, '2026-03-14')).toMatchObject({ kind: 'inHospital', tasks: [] });
    expect(timelineOf(gone).problems).toEqual([]);
  });

  it('to another service leaves the infant expected here', () => {
    expect(statusOn(referred({ place: 'hiv' }), '2026-03-02').kind).toBe('dueToday');
  });

  it('of the mother is about her, and leaves the infant expected', () => {
    const gone = referred({ who: 'mother', place: 'maternal' });
    const transfer = timelineOf(gone).history.at(-1);
    expect(transfer?.subject).toBe(life.motherId);
    expect(statusOn(gone, '2026-03-02').kind).toBe('dueToday');
  });

  it('keeps what the note says: where, why, what was given and when', () => {
    const care = [
      { action: 'KEEP_WARM', given: true, at: '10:20' },
      { action: 'FIRST_ANTIBIOTIC', given: false, at: null },
      { action: 'REFERRAL_LETTER', given: null, at: null },
    ];
    const [entry] = referralEntries({ ...form, care, called: true, calledWhom: 'Dr Keïta' }, about);
    expect(entry?.answers).toMatchObject({
      transfer: 'temporary',
      to_facility: 'CSRéf',
      to_facility_id: 'hopital',
      urgent: true,
      reasons: ['Pâle', 'P/A bas.'],
      danger_signs: ['Convulse.'],
      care_given: [
        { action: 'KEEP_WARM', given: true, at: '10:20' },
        { action: 'FIRST_ANTIBIOTIC', given: false },
      ],
      called: true,
      called_whom: 'Dr Keïta',
    });
  });
});

describe('what a mother confided', () => {
  const confided = ['mood', 'hiv'] as const;
  const answers = (mayPassOn: boolean | null) => referralEntries({ ...form, confided, mayPassOn }, about)[0]?.answers;

  it('goes on only after she said yes', () => {
    expect(answers(true)).toMatchObject({ confided: ['mood', 'hiv'], may_pass_on: true });
    expect(answers(false)).not.toHaveProperty('confided');
    expect(answers(null)).not.toHaveProperty('confided');
  });
});

describe('a referral that the family refuses', () => {
  const refused = referred({
    decision: 'refuses',
    refusalReasons: ['cost'],
    agreedInstead: ' Revenir demain ',
    nextDue: localDate('2026-02-26'),
  });

  it('is a refusal with what was agreed, and no transfer', () => {
    const { facts, history } = timelineOf(refused);
    expect(facts.some(({ kind }) => kind === 'transferred')).toBe(false);
    expect(history.at(-1)?.form).toMatchObject({
      kind: 'refusal',
      answers: {
        refused: 'referral',
        refusal_reasons: ['cost'],
        refusal_note: 'Revenir demain',
        next_due: '2026-02-26',
      },
    });
  });

  it('leaves the infant expected here', () => {
    expect(statusOn(refused, '2026-03-02').kind).toBe('dueToday');
  });
});
