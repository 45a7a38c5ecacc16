/**
 * What the place of referral wrote back. The subject is who was referred; `occurredOn` is the day on which the note was
 * received. A day of discharge ends the stay in hospital; the day that was agreed there is when the infant is expected.
 */
import * as v from 'valibot';
import { codeField, dateField, numberField, textField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';

export const counterReferral = defineForm({
  name: 'counter-referral',
  answers: (strictness) =>
    v.looseObject({
      from_facility: textField,
      /** The entry that the note answers. */
      referral_entry: textField,
      referral_result: codeField(strictness, ['received', 'treated', 'refused', 'not_arrived', 'counter_referred']),
      admitted_on: dateField,
      discharged_on: dateField,
      diagnosis: textField,
      treatment: textField,
      /** At discharge. */
      weight_g: numberField,
      advice: textField,
      next_due: dateField,
    }),
  migrations: [adds('the day agreed for the next visit')],
});
