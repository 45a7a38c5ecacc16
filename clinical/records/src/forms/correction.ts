/**
 * An earlier entry was wrong. The correction names it, gives the reason, and states what it should have said; both stay
 * visible.
 *
 * - `set`: answers that replace those of the entry, by name (`null`: not known after all), in the form version
 *   `in_form`;
 * - `occurred_on`, `subject`: the right day, the right person (the wrong twin was weighed);
 * - `withdraw`: the entry should not have been made;
 * - `follows`: the entry (a correction of another entry, a merge or its undoing, an entry that was written down late) after
 *   which the conclusions of this one were worked out anew.
 *
 * A correction may itself be corrected: `set` then replaces what the first correction set, and `withdraw` undoes it.
 */
import * as v from 'valibot';
import { dateField, flagField, personField, requiredId, requiredText, textField } from '../answer-fields.ts';
import type { JsonObject } from '../canonical-json.ts';
import { adds, defineForm } from '../form-definition.ts';

const jsonObject = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((value) => value as JsonObject),
);

export const correction = defineForm({
  name: 'correction',
  answers: () =>
    v.looseObject({
      corrects: requiredId,
      reason: requiredText,
      set: v.optional(v.nullable(jsonObject), null) as v.GenericSchema<unknown, JsonObject | null>,
      /** Name and version of the form in which `set` is written; `null`: those of the corrected entry. */
      in_form: textField,
      occurred_on: dateField,
      subject: personField,
      withdraw: flagField,
      follows: textField,
    }),
  migrations: [adds('the entry after which the conclusions of a visit were worked out anew')],
});
