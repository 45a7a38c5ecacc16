/** A child comes back: after default, from inpatient care, or from another place. The subject is the child. */
import * as v from 'valibot';
import { dateField, requiredCode, textField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';

export const returnToCare = defineForm({
  name: 'return-to-care',
  answers: (strictness) =>
    v.looseObject({
      entry_type: requiredCode(strictness, ['return', 'transfer_in', 'post_inpatient']),
      from_facility: textField,
      inpatient_discharge_date: dateField,
      next_due: dateField,
    }),
  migrations: [adds('the day agreed for the next visit')],
});
