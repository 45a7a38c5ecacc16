/**
 * A form made of the questions that an entry answered, whatever form of the protocol asks them: so that a correction
 * has the same words, choices and limits as the first entry. Fields that only the record knows are asked as they are.
 */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { questionsIn } from '@denba/protocols/compile/questions';
import type { Form, Question, QuestionType } from '@denba/questionnaires/form';

export type FieldWords = (name: string) => string;

/** Names of people and things inside the record are not corrected by hand. */
const fixed = /^(mother|pregnancy|caregiver|swept)$/;

export const correctionForm = (
  protocol: CompiledProtocol,
  answers: Readonly<Record<string, unknown>>,
  labelOf: FieldWords,
): Form => {
  const asked = new Map<string, Question>();
  const choices: Record<string, Form['choices'][string]> = {};
  const elements: Record<string, Form['elements'][string]> = {};
  for (const form of protocol.forms) {
    Object.assign(choices, form.choices);
    Object.assign(elements, form.elements);
    for (const question of questionsIn(form.items)) if (!asked.has(question.name)) asked.set(question.name, question);
  }
  const items = Object.keys(answers).flatMap((name): Question[] => {
    const question = asked.get(name);
    if (question !== undefined) return [{ ...question, ...unconditional }];
    const type = typeOf(answers[name]);
    if (type === null || fixed.test(name)) return [];
    const label = labelOf(name);
    return [{ ...plainQuestion, ...unconditional, name, type, label: { fr: label, en: label } }];
  });
  return { id: 'correction', title: { fr: '', en: '' }, items, choices, elements };
};

const unconditional = {
  relevant: null,
  required: false,
  constraint: null,
  constraintMessage: null,
  plausible: null,
  plausibleMessage: null,
  choiceFilter: null,
  default: null,
} as const;

const plainQuestion = {
  kind: 'question',
  hint: null,
  choices: null,
  readings: null,
  picture: null,
  widget: null,
  well: null,
} as const;

const typeOf = (answer: unknown): QuestionType | null => {
  switch (typeof answer) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? 'date' : 'text';
    default:
      return null;
  }
};
