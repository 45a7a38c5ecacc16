/**
 * A family enters the record: its mother, where it lives, how it can be found again, and who cares for the children
 * when that is not the mother. The entry has no subject. The form may be saved again when something changed: later
 * answers replace earlier ones, and an unanswered field replaces nothing.
 */
import * as v from 'valibot';
import { codeField, countField, dateField, personField, textField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';

export const MOTHER_STATUS = ['present', 'absent', 'dead', 'ill'] as const;
export const CAREGIVER_RELATION = ['mother', 'father', 'grandmother', 'aunt', 'sibling', 'other'] as const;
/** With `month` or `year`, nothing more precise is known, and the recorded day is the middle of that month or year. */
export const DATE_PRECISION = ['exact', 'estimated', 'month', 'year'] as const;

export const registerFamily = defineForm({
  name: 'register-family',
  answers: (strictness) =>
    v.looseObject({
      mother: personField,
      mother_name: textField,
      mother_birth_date: dateField,
      mother_birth_date_precision: codeField(strictness, DATE_PRECISION),
      mother_status: codeField(strictness, MOTHER_STATUS),
      phone: textField,
      village: textField,
      distance_min: countField,
      chw_id: textField,
      caregiver: personField,
      caregiver_name: textField,
      caregiver_relation: codeField(strictness, CAREGIVER_RELATION),
      caregiver_phone: textField,
      father_name: textField,
      father_phone: textField,
      /** The code as it is written on the card that the family keeps. */
      card_code: textField,
      language_spoken: textField,
    }),
  migrations: [adds('father, card code and language; a birth date known to the month or the year')],
});
