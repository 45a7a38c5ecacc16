/** The rapid screen at any contact. The subject is the infant; `screen_result` is what the worker recorded. */
import * as v from 'valibot';
import { codeField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';
import { measurementFields } from './measurement-fields.ts';

export const mamiScreen = defineForm({
  name: 'mami-screen',
  answers: (strictness) =>
    v.looseObject({
      ...measurementFields(strictness),
      contact_point: codeField(strictness, ['community', 'vaccination', 'pnc', 'sick_child', 'growth', 'nutrition']),
      screen_result: codeField(strictness, ['urgent', 'positive', 'negative', 'incomplete']),
    }),
});
