/**
 * The inputs of the assessor at a moment of a visit. Questions that the form shows give their current value, unknown
 * when they are unanswered or cleared; everything else comes from the record. "Not assessed" is passed on as such.
 */
import type { Value } from '@denba/decisions/value';
import type { FormView, QuestionState } from '@denba/questionnaires/form-state';
import { sameData } from '@denba/questionnaires/same-data';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { Element } from '../../compile/compiled-protocol.ts';

export const visitInputs = (view: FormView, known: Inputs, elements: ReadonlyMap<string, Element>): Inputs => {
  const inputs: Record<string, unknown> = { ...known };
  for (const [name, value] of Object.entries(view.values)) {
    // An unknown value may belong to a question that is not asked; then the value from the record applies.
    if (value !== null && elements.has(name)) inputs[name] = value;
  }
  for (const question of view.questions) {
    const element = elements.get(question.path);
    if (element !== undefined) inputs[question.path] = told(question, element);
  }
  return inputs;
};

/** The inputs that differ, with `null` for those that are no longer known. */
export const changedInputs = (before: Inputs, after: Inputs): Inputs => {
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys(after)) {
    const value = after[name];
    if (before[name] !== value && !sameData(before[name] ?? null, value ?? null)) changes[name] = value;
  }
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) changes[name] = null;
  return changes;
};

const told = ({ answer, input, value }: QuestionState, element: Element): Value => {
  if (answer === 'notAssessed') return typeof input === 'string' || Array.isArray(input) ? (input as Value) : null;
  // The mean of two readings is rounded down to a whole number, so that it is never rounded up past a cut-off.
  return element.type === 'integer' && typeof value === 'number' ? Math.floor(value) : value;
};
