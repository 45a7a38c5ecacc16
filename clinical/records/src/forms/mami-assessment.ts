/**
 * The full assessment of a mother–infant pair, and what was decided with the family. The subject is the infant. The
 * findings of the entry are what the protocol concluded and the worker was shown; `enrolment_decision` is what the
 * worker and the family did. Only a recorded decision opens an episode.
 */
import * as v from 'valibot';
import { codeField, codesField, flagField } from '../answer-fields.ts';
import { adds, defineForm } from '../form-definition.ts';
import { measurementFields } from './measurement-fields.ts';
import { visitFields } from './visit-fields.ts';

export const mamiAssessment = defineForm({
  name: 'mami-assessment',
  answers: (strictness) =>
    v.looseObject({
      ...measurementFields(strictness),
      ...visitFields(strictness),
      consent: flagField,
      enrolment_decision: codeField(strictness, ['enrolled', 'referred', 'watch', 'declined', 'not_enrolled']),
      entry_type: codeField(strictness, ['new', 'return', 'transfer_in', 'post_inpatient']),
      enrol_reason: codesField(strictness, [
        'clinical',
        'waz',
        'wlz',
        'muac',
        'growth',
        'feeding',
        'mother',
        'caregiver',
        'risk_factor',
        'post_inpatient',
      ]),
    }),
  migrations: [adds('agreed actions, consent, why the next visit is on another day, override, swept sections')],
});
