/**
 * A pregnancy became known. The subject of the entry is the mother; `occurredOn` is the day on which it was recorded.
 */
import * as v from 'valibot';
import { codeField, countField, dateField, requiredPregnancy } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const GA_METHOD = ['echo', 'lmp', 'exam', 'unknown'] as const;

export const pregnancy = defineForm({
  name: 'pregnancy',
  answers: (strictness) =>
    v.looseObject({
      pregnancy: requiredPregnancy,
      lmp_date: dateField,
      due_date: dateField,
      ga_method: codeField(strictness, GA_METHOD),
      gravidity: countField,
      parity: countField,
    }),
});
