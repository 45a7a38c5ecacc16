/** The answers of an entry as one reads them: the question's words, the answer's words, in the order they were saved. */
import { dateValue, type Value } from '@denba/decisions/value';
import { formatValue } from '@denba/protocols/words/format-value';
import type { ValueStyles } from '@denba/protocols/words/value-styles';
import { parseLocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import type { JsonValue } from '@denba/records/canonical-json';

export type AnswerLine = { readonly name: string; readonly label: string | null; readonly value: string };

/** Names of people and things inside the record, which nobody reads. */
const inside = /^(mother|pregnancy|caregiver|corrects|in_form|keep|duplicate|merge_entry|swept)$/;

/** `label` is `null` for a name that the protocol does not have: the screen has words for those. */
export const answerLines = (
  answers: Readonly<Record<string, unknown>>,
  styles: ValueStyles,
  language: Language,
): readonly AnswerLine[] =>
  Object.entries(answers).flatMap(([name, answer]): AnswerLine[] => {
    if (inside.test(name) || answer === null || answer === undefined) return [];
    const label = styles.label(name)[language];
    const value = formatValue(valueOf(answer as JsonValue), language, styles.style(name));
    return value === '' ? [] : [{ name, label: label === name || label === '' ? null : label, value }];
  });

const valueOf = (answer: JsonValue): Value => {
  if (typeof answer === 'string') {
    const date = /^\d{4}-\d{2}-\d{2}$/.test(answer) ? parseLocalDate(answer) : null;
    return date?.ok === true ? dateValue(date.value) : answer;
  }
  if (Array.isArray(answer)) return answer.map(valueOf);
  if (typeof answer === 'object' && answer !== null) {
    return Object.fromEntries(Object.entries(answer).map(([key, item]) => [key, valueOf(item as JsonValue)]));
  }
  return answer;
};
