/**
 * What is measured at a visit, under the names and units of the protocols' data elements. Second readings and all other
 * answers stay in the entry under their own names; the protocol decides which reading counts.
 */
import type { Strictness } from '../answer-fields.ts';
import { codeField, numberField } from '../answer-fields.ts';

export const measurementFields = (strictness: Strictness) => ({
  weight_g: numberField,
  length_cm: numberField,
  measured: codeField(strictness, ['lying', 'standing']),
  head_cm: numberField,
  muac_mm: numberField,
  oedema: codeField(strictness, ['none', 'plus1', 'plus2', 'plus3', 'not_assessed']),
});
