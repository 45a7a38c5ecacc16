/** A mother, a caregiver or a child died. The subject is who died; `occurredOn` is the day of death. */
import * as v from 'valibot';
import { codeField, textField } from '../answer-fields.ts';
import { defineForm } from '../form-definition.ts';
import { DATE_PRECISION } from './register-family.ts';

export const death = defineForm({
  name: 'death',
  answers: (strictness) =>
    v.looseObject({
      death_place: codeField(strictness, ['home', 'facility', 'inpatient', 'on_the_way', 'unknown']),
      death_cause: textField,
      death_date_precision: codeField(strictness, DATE_PRECISION),
    }),
});
