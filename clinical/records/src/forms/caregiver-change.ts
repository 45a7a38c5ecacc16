/** Someone else cares for the child from `occurredOn` on. The subject is the child. */
import * as v from 'valibot';
import { codeField, requiredPerson, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';
import { CAREGIVER_RELATION } from './register-family.ts';

export const caregiverChange = defineForm({
  name: 'caregiver-change',
  answers: (strictness) =>
    v.looseObject({
      caregiver: requiredPerson,
      caregiver_name: textField,
      caregiver_relation: codeField(strictness, CAREGIVER_RELATION),
      caregiver_phone: textField,
      change_reason: codeField(strictness, [
        'mother_dead',
        'mother_absent',
        'mother_ill',
        'mother_back',
        'family_decision',
        'other',
      ]),
    }),
});
