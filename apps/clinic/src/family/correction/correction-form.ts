/**
 * Builds a form from the questions that an entry answered, whichever form of the protocol asks them, so that a
 * correction uses the same words, choices and limits. Fields that only the record has become plain questions.
 */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Choice, Form, Question, QuestionType } from '@denba/questionnaires/form';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { Asked } from '../entry/asked-in.ts';
import { codesOf, isInside } from '../entry/record-codes.ts';

export type FieldWords = {
  readonly label: (name: string) => string;
  readonly code: (name: string, code: string) => string;
};

/** `answers`: those that may be corrected, `null` if unanswered. `asked`: where the protocol's forms ask for each. */
export const correctionForm = (
  protocol: CompiledProtocol,
  asked: ReadonlyMap<string, Asked>,
  answers: JsonObject,
  words: FieldWords,
): Form => {
  const choices: Record<string, readonly Choice[]> = {};
  const elements: Record<string, Form['elements'][string]> = {};
  for (const form of protocol.forms) {
    Object.assign(choices, form.choices);
    Object.assign(elements, form.elements);
  }
  const items = Object.entries(answers).flatMap(([name, answer]): Question[] => {
    if (isInside(name)) return [];
    const question = asked.get(name)?.question;
    if (question !== undefined) return [{ ...question, ...unconditional }];
    const type = typeOf(name, answer);
    if (type === null) return [];
    const text = words.label(name);
    const coded = codesOf(name);
    if (coded !== null) choices[`record ${name}`] = coded.codes.map((code) => choiceOf(code, words.code(name, code)));
    const list = coded === null ? null : `record ${name}`;
    return [{ ...plainQuestion, ...unconditional, name, type, choices: list, label: { fr: text, en: text } }];
  });
  return { id: 'correction', title: { fr: '', en: '' }, items, choices, elements };
};

const choiceOf = (name: string, word: string): Choice => ({ name, label: { fr: word, en: word }, columns: {} });

/** In a correction every question is shown on its own, without conditions, and none is required. */
const unconditional = {
  relevant: null,
  required: false,
  constraint: null,
  constraintMessage: null,
  plausible: null,
  plausibleMessage: null,
  choiceFilter: null,
  default: null,
  readings: null,
  picture: null,
  well: null,
} as const;

const plainQuestion = { kind: 'question', hint: null, widget: null } as const;

/** Returns `null` for an answer with a structure of its own, which is not corrected by hand. */
const typeOf = (name: string, answer: JsonValue): QuestionType | null => {
  const coded = codesOf(name);
  if (coded !== null) return coded.many ? 'codes' : 'code';
  if (answer === null) return typeOfName(name);
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

/** The type of an unanswered field, derived from the record's naming conventions. */
const typeOfName = (name: string): QuestionType | null => {
  if (/_(date|on|due)$/.test(name)) return 'date';
  if (/_(g|cm|mm|days|count|order)$/.test(name)) return 'number';
  return /_(name|phone|code|note|reason|spoken|facility)$/.test(name) ? 'text' : null;
};
