/** A follow-up visit, the six-month review included. The subject is the infant. */
import * as v from 'valibot';
import { codeField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';
import { measurementFields } from './measurement-fields.ts';
import { visitFields } from './visit-fields.ts';

export const mamiVisit = defineForm({
  name: 'mami-visit',
  answers: (strictness) =>
    v.looseObject({
      ...measurementFields(strictness),
      ...visitFields(strictness),
      visit_type: codeField(strictness, ['screening', 'assessment', 'followup', 'review', 'unscheduled']),
    }),
  migrations: [adds('agreed actions, why the next visit is on another day, override, swept sections, review done')],
});
