/**
 * A mother, a caregiver or a child died. The subject is the person who died; `occurredOn` is the day of death. When its
 * precision is `unknown`, `occurredOn` is the day on which the death was reported, and the death was on or before it.
 */
import * as v from 'valibot';
import { codeField, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';
import { DATE_PRECISION } from './register-family.ts';

export const DEATH_DATE_PRECISION = [...DATE_PRECISION, 'unknown'] as const;

export const death = defineForm({
  name: 'death',
  answers: (strictness) =>
    v.looseObject({
      death_place: codeField(strictness, ['home', 'facility', 'inpatient', 'on_the_way', 'unknown']),
      death_cause: textField,
      death_date_precision: codeField(strictness, DEATH_DATE_PRECISION),
    }),
});
