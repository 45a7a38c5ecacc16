import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { describe, expect, it } from 'vitest';
import { keita, visitOf } from '../../../test/mami.ts';
import { enrolmentDecision, visitDrafts } from './visit-drafts.ts';
import { answerAndAssess, type VisitState } from './visit-state.ts';

const today = localDate('2026-03-20');
const moderate = (answers: Readonly<Record<string, Input>>): VisitState =>
  Object.entries(answers).reduce(
    (state, [path, input]) => answerAndAssess(state, path, input),
    visitOf(keita, 'assessment', '2026-03-20'),
  );

describe('the decision on enrolment', () => {
  it('is what she and the family decided, when the form asked', () => {
    expect(enrolmentDecision(moderate({ consent: true, enrolment_decision: 'enrolled' }))).toBe('enrolled');
    expect(enrolmentDecision(moderate({ consent: true, enrolment_decision: 'watch' }))).toBe('watch');
    expect(enrolmentDecision(moderate({ consent: false }))).toBe('declined');
  });

  it('is a referral when there is no time to ask, and nothing while nothing was decided', () => {
    expect(enrolmentDecision(moderate({ d_convulsing_now: true }))).toBe('referred');
    expect(enrolmentDecision(moderate({}))).toBeNull();
    expect(enrolmentDecision(moderate({ consent: true }))).toBeNull();
  });

  it('stands in the entry of the assessment', () => {
    const [draft] = visitDrafts(moderate({ consent: true, enrolment_decision: 'enrolled' }), 'fr', today);
    expect(draft?.answers['enrolment_decision']).toBe('enrolled');
    const [undecided] = visitDrafts(moderate({}), 'fr', today);
    expect(undecided?.answers).not.toHaveProperty('enrolment_decision');
  });
});
