/**
 * A pregnancy ended without a birth. The subject is the mother; `occurredOn` is the day it ended. A birth, a stillbirth
 * included, is recorded by the form `birth`.
 */
import * as v from 'valibot';
import { codeField, requiredPregnancy } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';

export const pregnancyEnd = defineForm({
  name: 'pregnancy-end',
  answers: (strictness) =>
    v.looseObject({
      pregnancy: requiredPregnancy,
      pregnancy_outcome: codeField(strictness, ['miscarriage', 'abortion', 'ectopic', 'other']),
    }),
});
