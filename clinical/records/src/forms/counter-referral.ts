/**
 * What the place of referral wrote back. The subject is the person who was referred; `occurredOn` is the day on which
 * the note was received. `discharged_on` ends the stay in hospital; `next_due` is the day on which the infant is
 * expected, as the hospital agreed with the family.
 */
import * as v from 'valibot';
import { codeField, dateField, numberField, textField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';

export const counterReferral = defineForm({
  name: 'counter-referral',
  answers: (strictness) =>
    v.looseObject({
      from_facility: textField,
      /** Id of the entry that recorded the referral. */
      referral_entry: textField,
      referral_result: codeField(strictness, ['received', 'treated', 'refused', 'not_arrived', 'counter_referred']),
      admitted_on: dateField,
      discharged_on: dateField,
      diagnosis: textField,
      treatment: textField,
      /** Weight at discharge, in grams. */
      weight_g: numberField,
      advice: textField,
      next_due: dateField,
    }),
  migrations: [adds('the day agreed for the next visit')],
});
