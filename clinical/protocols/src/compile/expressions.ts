/** Parses the expressions of sheets. What cannot be parsed is reported as a problem of its cell. */
import type { Expression, UnaryTests } from '@denba/decisions/expression';
import type { ExpressionError } from '@denba/decisions/parse/expression-error';
import { parseExpression, parseUnaryTests } from '@denba/decisions/parse/parse-expression';
import { growthFunctions } from '../growth-functions.ts';
import { type Place, problem } from '../problem.ts';
import type { Report } from './cells.ts';

/**
 * `null` when the text is blank, or could not be parsed and was reported. Bare words among `codes` are read as texts.
 */
export const expressionAt = (
  text: string,
  place: Place,
  report: Report,
  codes: ReadonlySet<string> = new Set(),
): Expression | null => {
  if (text === '') return null;
  const parsed = parseExpression(text, { codes, functions: growthFunctions });
  if (parsed.ok) return parsed.value;
  for (const error of parsed.error) reportError(text, error, place, report);
  return null;
};

/**
 * Parses a cell of a `when:` column; `null` means no condition. Codes are read as codes even where the language has the
 * same word (`some`). A cell that cannot be parsed becomes a condition that is always unknown: it must not count as a
 * cell without condition.
 */
export const testsAt = (
  text: string,
  place: Place,
  report: Report,
  codes: ReadonlySet<string> = new Set(),
): UnaryTests | null => {
  if (text === '' || text === '-') return null;
  const coded = codeTests(text, codes);
  if (coded !== null) return coded;
  const parsed = parseUnaryTests(text, { codes, functions: growthFunctions });
  if (parsed.ok) return parsed.value.kind === 'any' ? null : parsed.value;
  for (const error of parsed.error) reportError(text, error, place, report);
  return { kind: 'tests', negated: false, tests: [{ kind: 'holds', condition: unknownValue }] };
};

/** Replaces an expression that cannot be parsed. */
export const unknownValue: Expression = { kind: 'literal', value: null };

/** Parses cells such as `some, severe` or `not(none)`; `null` unless every word is a code. */
const codeTests = (text: string, codes: ReadonlySet<string>): UnaryTests | null => {
  const inner = /^not\s*\(([^()]*)\)$/.exec(text)?.[1];
  const words = (inner ?? text).split(',').map((word) => word.trim());
  if (!words.every((word) => codes.has(word))) return null;
  return {
    kind: 'tests',
    negated: inner !== undefined,
    tests: words.map((word) => ({ kind: 'equals', value: { kind: 'literal', value: word } })),
  };
};

const reportError = (text: string, error: ExpressionError, place: Place, report: Report): void => {
  const around = text.slice(Math.max(0, error.from - 12), error.to + 12);
  report(
    problem(
      'expressionWrong',
      place,
      { fr: `${error.message.fr} (près de « ${around} »)`, en: `${error.message.en} (near “${around}”)` },
      error.cure,
    ),
  );
};
