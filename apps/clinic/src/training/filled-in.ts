/** Answers as a worker types them into a form that opens with some of its questions answered. */
import type { Answer, Answers, Input } from '@denba/questionnaires/answers';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';

/** What the form has filled in beforehand, and what the worker answers. */
export const filledIn = (before: Answers, answers: JsonObject): Answers => ({
  ...before,
  byPath: {
    ...before.byPath,
    ...Object.fromEntries(
      Object.entries(answers).flatMap(([path, value]): [string, Answer][] =>
        isInput(value) ? [[path, { input: value, confirmed: [] }]] : [],
      ),
    ),
  },
});

const isInput = (value: JsonValue | undefined): value is JsonValue & Input =>
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));
