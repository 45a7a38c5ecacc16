/**
 * A protocol's form ready to be filled, with the assessor that draws conclusions from it. Created once and used for
 * every visit.
 */
import { type CompiledForm, compileForm } from '@denba/questionnaires/compile-form';
import { type Assessor, createAssessor } from '../../assess/create-assessor.ts';
import type { CompiledProtocol, Element } from '../../compile/compiled-protocol.ts';
import { questionsIn } from '../../compile/questions.ts';
import { formGivens } from '../../form-givens.ts';
import { growthFunctions } from '../../growth-functions.ts';

export type VisitEngine = {
  readonly protocol: CompiledProtocol;
  readonly form: CompiledForm;
  readonly assessor: Assessor;
  readonly elements: ReadonlyMap<string, Element>;
  /** Names of all questions of the form, relevant or not. */
  readonly questions: readonly string[];
  /** Names that the form reads but does not ask: facts of the record, and conclusions that emerge while it is filled. */
  readonly readsFromOutside: readonly string[];
};

/** Throws when the protocol has no such form or the form cannot run. The checker reports both earlier. */
export const createVisitEngine = (
  protocol: CompiledProtocol,
  formId: string,
  assessor: Assessor = createAssessor(protocol),
): VisitEngine => {
  const form = protocol.forms.find(({ id }) => id === formId);
  if (form === undefined) throw new TypeError(`the protocol ${protocol.id} has no form ${formId}`);
  const compiled = compileForm(form, growthFunctions);
  if (!compiled.ok) throw new TypeError(compiled.error.map(({ message }) => message.en).join(' '));
  const roots = new Set(compiled.value.reads.map((name) => name.split('.', 1)[0] ?? name));
  return {
    protocol,
    form: compiled.value,
    assessor,
    questions: questionsIn(form.items).map(({ name }) => name),
    elements: new Map(protocol.elements.map((element) => [element.name, element])),
    readsFromOutside: [...roots].filter((name) => name !== 'p' && !formGivens.includes(name)),
  };
};
