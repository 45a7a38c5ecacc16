/**
 * A family says no to something that was offered: it is respected, recorded, and may be offered again. The subject is
 * the person it concerns. Consent to be recorded at all has its own form.
 */
import * as v from 'valibot';
import { codesField, requiredCode, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const refusal = defineForm({
  name: 'refusal',
  answers: (strictness) =>
    v.looseObject({
      refused: requiredCode(strictness, ['enrolment', 'referral', 'treatment', 'follow_up']),
      refusal_reasons: codesField(strictness, ['distance', 'cost', 'family_decision', 'fear', 'feels_well', 'other']),
      refusal_note: textField,
    }),
});
