/** A merge was a mistake (twins taken for one child): the two records are separate again. */
import * as v from 'valibot';
import { requiredId, requiredText } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const undoMerge = defineForm({
  name: 'undo-merge',
  answers: () => v.looseObject({ merge_entry: requiredId, reason: requiredText }),
});
