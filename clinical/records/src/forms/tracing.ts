/** Someone went to look for a family that missed its visit. The subject is the infant. */
import * as v from 'valibot';
import { codeField, dateField, requiredCode, textField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';

export const tracing = defineForm({
  name: 'tracing',
  answers: (strictness) =>
    v.looseObject({
      tracing_result: requiredCode(strictness, ['found', 'not_found', 'moved', 'refused', 'dead', 'not_done']),
      tracing_by: codeField(strictness, ['call', 'visit']),
      tracing_note: textField,
      /** The day on which the family promised to come. */
      next_due: dateField,
    }),
  migrations: [adds('how the family was looked for, and the day that was agreed')],
});
