/** A follow-up visit, the six-month review included. The subject is the infant. */
import * as v from 'valibot';
import { codeField, dateField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';
import { measurementFields } from './measurement-fields.ts';
import { REFERRAL_TO } from './transfer.ts';

export const mamiVisit = defineForm({
  name: 'mami-visit',
  answers: (strictness) =>
    v.looseObject({
      ...measurementFields(strictness),
      visit_type: codeField(strictness, ['screening', 'assessment', 'followup', 'review', 'unscheduled']),
      referral_to: codeField(strictness, REFERRAL_TO),
      next_due: dateField,
    }),
});
