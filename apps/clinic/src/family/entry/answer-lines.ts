/**
 * The answers of an entry as text: the words of the question and of the answer, in the order in which they were saved.
 */
import { dateValue, type Value } from '@denba/decisions/value';
import { formatValue } from '@denba/protocols/words/format-value';
import type { ValueStyles } from '@denba/protocols/words/value-styles';
import { parseLocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { inWeeks } from './gestation-answers.ts';
import { isInside } from './record-codes.ts';

export type AnswerLine = { readonly name: string; readonly label: string | null; readonly value: string };

/** The word for a code of the record; `null` when there is none. */
export type CodeWord = (name: string, code: string) => string | null;

/** `label` is `null` for a name that the protocol does not have: the caller then has words for it. */
export const answerLines = (
  answers: JsonObject,
  styles: ValueStyles,
  language: Language,
  codeWord: CodeWord,
): readonly AnswerLine[] =>
  Object.entries(inWeeks(answers)).flatMap(([name, answer]): AnswerLine[] => {
    if (isInside(name) || answer === null || isStructure(answer)) return [];
    const label = styles.label(name)[language];
    const value = formatValue(asValue(worded(name, answer, codeWord)), language, styles.style(name));
    return value === '' ? [] : [{ name, label: label === name || label === '' ? null : label, value }];
  });

/** Structured answers (the note, the plan) are left out here: other screens show them. */
const isStructure = (answer: JsonValue): boolean =>
  typeof answer === 'object' && (Array.isArray(answer) ? answer.some((item) => typeof item === 'object') : true);

const worded = (name: string, answer: JsonValue, codeWord: CodeWord): JsonValue => {
  if (typeof answer === 'string') return codeWord(name, answer) ?? answer;
  return Array.isArray(answer) ? answer.map((item) => worded(name, item, codeWord)) : answer;
};

const asValue = (answer: JsonValue): Value => {
  if (typeof answer === 'string') {
    const date = /^\d{4}-\d{2}-\d{2}$/.test(answer) ? parseLocalDate(answer) : null;
    return date?.ok === true ? dateValue(date.value) : answer;
  }
  if (Array.isArray(answer)) return answer.map(asValue);
  return answer as Value;
};
