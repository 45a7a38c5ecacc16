/** A child is weighed or measured, outside any protocol (vaccination, growth monitoring). The subject is the child. */
import * as v from 'valibot';
import { defineForm } from '../form-definition.ts';
import { measurementFields } from './measurement-fields.ts';

export const growthVisit = defineForm({
  name: 'growth-visit',
  answers: (strictness) => v.looseObject(measurementFields(strictness)),
});
