/**
 * What the family agreed to or refused. The subject is the person who decided. A refusal is a fact like any other: it is
 * recorded, counted, and never deleted by a later agreement.
 */
import * as v from 'valibot';
import { codesField, requiredCode, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const consent = defineForm({
  name: 'consent',
  answers: (strictness) =>
    v.looseObject({
      consent_decision: requiredCode(strictness, ['given', 'refused', 'withdrawn']),
      consent_scope: codesField(strictness, ['care', 'home_visit', 'phone', 'data_sharing', 'photo']),
      consent_note: textField,
    }),
});
