/**
 * Which form comes next for a child who is seen today: the rapid screen for a child who was not screened or is not in
 * care; the assessment after a screen that asks for it, or when a day was agreed without enrolment; then the visits of
 * care; and the review from the first day on which it may be done (`review_before_days`).
 *
 * The page offers this form first. Any other form may always be opened: the app never forces a lower alarm on the
 * worker.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import type { CareChild } from './care-child.ts';

/** Forms of the protocol about a child, in the order of the care pathway. */
export const visitForms = ['rapid-screen', 'assessment', 'follow-up', 'review'] as const;
export type NextForm = (typeof visitForms)[number];

/**
 * `null`: no form is due, because the child died, is in hospital, left care, or reached six months without having been
 * in care.
 */
export const nextForm = (child: CareChild, rules: CareRules, today: LocalDate): NextForm | null => {
  if (child.diedOn !== null) return null;
  const { care, screened, sixMonthsOn } = child;
  if (care?.status === 'active') return isReviewTime(child, rules, today) ? 'review' : 'follow-up';
  if (care?.status === 'inpatient') return null;
  if (screened !== null) return 'assessment';
  if (care !== null) return null;
  if (sixMonthsOn !== null && sixMonthsOn <= today) return null;
  return child.seeAgain === undefined ? 'rapid-screen' : 'assessment';
};

const isReviewTime = ({ sixMonthsOn }: CareChild, { reviewBeforeDays }: CareRules, today: LocalDate): boolean =>
  sixMonthsOn !== null && addDays(sixMonthsOn, -reviewBeforeDays) <= today;
