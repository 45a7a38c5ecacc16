/** Someone went to look for a family that missed its visit. The subject is the infant. */
import * as v from 'valibot';
import { requiredCode, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const tracing = defineForm({
  name: 'tracing',
  answers: (strictness) =>
    v.looseObject({
      tracing_result: requiredCode(strictness, ['found', 'not_found', 'moved', 'refused', 'dead', 'not_done']),
      tracing_note: textField,
    }),
});
