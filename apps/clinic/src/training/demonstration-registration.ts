/** A simulated family enters the record: the family, its mother's consent, and each of its children. */
import type { SaveDraft } from '@denba/device/device';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { type FamilyId, personId } from '@denba/records/ids';
import { recordDraft } from '../shell/record-draft.ts';
import type { DemonstrationDraft } from './demonstration.ts';
import { type DemonstrationAnswers, fullAnswers } from './demonstration-answers.ts';

const DAYS_PER_WEEK = 7;

export const registrationOf = (
  family: FamilyId,
  draft: DemonstrationDraft,
  answers: JsonObject,
  on: LocalDate,
  means: DemonstrationAnswers,
): readonly SaveDraft[] => {
  const mother = personId(`${family}-mother`);
  const infants = draft.infants ?? [];
  const { consent, ga_weeks, ga_days, ga_method, multiple_birth: _multiple, ...said } = answers;
  const days =
    typeof ga_weeks === 'number' ? ga_weeks * DAYS_PER_WEEK + (typeof ga_days === 'number' ? ga_days : 0) : null;
  return [
    recordDraft('register-family', { family, subject: null, on, answers: { mother, ...said } }),
    recordDraft('consent', {
      family,
      subject: mother,
      on,
      answers: { consent_decision: consent === false ? 'refused' : 'given', consent_scope: ['care'] },
    }),
    ...infants.map((infant, index) =>
      recordDraft('birth', {
        family,
        subject: personId(infant.child),
        on: addDays(means.today, infant.bornOn),
        answers: {
          mother,
          birth_outcome: 'live',
          birth_date_precision: 'exact',
          birth_count: infants.length,
          birth_order: index + 1,
          gestational_age_days: days,
          gestational_age_to: days === null ? null : 'day',
          ga_method,
          ...fullAnswers({ usual: 'infant', ...infant }, means),
        },
      }),
    ),
  ];
};
