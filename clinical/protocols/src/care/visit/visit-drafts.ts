/**
 * The entries saved at the end of a visit: the visit with the decisions made in it and, at the six-month review, the
 * exit with its outcome. The decision on enrolment is the family's answer; a proposal alone enrols nobody.
 */

import type { LocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import { formKey } from '@denba/records/form-definition';
import { forms } from '@denba/records/form-registry';
import { type VisitDraft, visitEntry } from './visit-entry.ts';
import type { VisitState } from './visit-state.ts';

export type EnrolmentDecision = 'enrolled' | 'referred' | 'watch' | 'declined' | 'not_enrolled';

/** `today`: used as the day of the visit when its date was not entered. */
export const visitDrafts = (state: VisitState, language: Language, today: LocalDate): readonly VisitDraft[] => {
  const visit = visitEntry(state, language, today);
  const form = state.engine.form.form.id;
  if (form === 'assessment') {
    const decision = enrolmentDecision(state);
    return [decision === null ? visit : { ...visit, answers: { ...visit.answers, enrolment_decision: decision } }];
  }
  const outcome = state.assessment.value('outcome');
  if (form !== 'review' || state.filling.view.values['reviewed'] !== true || typeof outcome !== 'string')
    return [visit];
  const exit: VisitDraft = {
    ...visit,
    form: formKey(forms['mami-exit']),
    answers: { exit_code: outcome, reviewed: true },
    findings: {},
  };
  return [visit, exit];
};

const decisions: readonly EnrolmentDecision[] = ['enrolled', 'referred', 'watch', 'declined', 'not_enrolled'];

/**
 * The recorded decision on enrolment; where the form did not ask for it, the one that follows from the proposal.
 * `null`: nothing was decided.
 */
export const enrolmentDecision = ({ filling, assessment }: VisitState): EnrolmentDecision | null => {
  const { consent, enrolment_decision: answered } = filling.view.values;
  const proposal = assessment.value('enrolment');
  const decided = decisions.find((decision) => decision === answered);
  if (decided !== undefined) return decided;
  if (consent === false) return 'declined';
  if (proposal === 'refer') return 'referred';
  if (proposal === 'watch') return 'watch';
  return proposal === 'not_eligible' ? 'not_enrolled' : null;
};
