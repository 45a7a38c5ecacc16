/**
 * Two records are the same person, or the same family. From then on the duplicate is read as the record that is kept;
 * nothing is copied or deleted, so that `undo-merge` restores both.
 */
import * as v from 'valibot';
import { requiredCode, requiredId, requiredText } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const mergeDuplicates = defineForm({
  name: 'merge-duplicates',
  answers: (strictness) =>
    v.looseObject({
      merge: requiredCode(strictness, ['person', 'family']),
      keep: requiredId,
      duplicate: requiredId,
      reason: requiredText,
    }),
});
