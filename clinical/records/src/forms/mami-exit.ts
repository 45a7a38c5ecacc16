/** The episode ends. The subject is the infant; `occurredOn` is the day of exit; the code is the outcome R1–R6. */
import * as v from 'valibot';
import { codeField, flagField, requiredCode } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const MAMI_OUTCOME = ['R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

export const mamiExit = defineForm({
  name: 'mami-exit',
  answers: (strictness) =>
    v.looseObject({
      exit_code: requiredCode(strictness, MAMI_OUTCOME),
      exit_why: codeField(strictness, ['transferred', 'default', 'died', 'error', 'moved', 'withdrew']),
      reviewed: flagField,
    }),
});
