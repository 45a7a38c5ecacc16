/**
 * A patient, or the whole family when there is no subject, goes to another place. *Temporary*: a stay in inpatient care,
 * or a consultation elsewhere (`referral_to` says which); the episode stays open. *Permanent*: the family is cared for
 * elsewhere from `occurredOn` on.
 */
import * as v from 'valibot';
import { codeField, flagField, requiredCode, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const REFERRAL_TO = [
  'inpatient',
  'health_centre',
  'mental_health',
  'maternal',
  'hiv',
  'protection',
  'social',
] as const;

export const transfer = defineForm({
  name: 'transfer',
  answers: (strictness) =>
    v.looseObject({
      transfer: requiredCode(strictness, ['temporary', 'permanent']),
      to_facility: textField,
      referral_to: codeField(strictness, REFERRAL_TO),
      transfer_reason: textField,
      urgent: flagField,
    }),
});
