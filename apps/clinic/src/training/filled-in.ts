/** Adds a worker's answers to a form that opens with some questions already answered. */
import type { Answer, Answers, Input } from '@denba/questionnaires/answers';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';

/** `before`: the answers that the form filled in; `answers`: the worker's, which replace them. */
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
