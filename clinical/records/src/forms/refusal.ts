/**
 * A family refused something that was offered: the refusal is respected, recorded, and the offer may be repeated. The
 * subject is the person whom the offer concerned. Consent to be recorded at all has its own form, `consent`.
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
