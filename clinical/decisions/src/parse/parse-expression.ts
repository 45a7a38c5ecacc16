/**
 * Parses the text of a sheet to an expression tree. Build time only: this file and `parse-grammar.ts` load the FEEL
 * grammar, and nothing that runs on a phone may import them.
 *
 * The supported subset of FEEL, with examples: docs/expressions.md.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Expression, mentionsInput, type Test, type UnaryTests } from '../expression.ts';
import { builtinOf } from '../run/functions/builtins.ts';
import { type ExpressionError, emptyExpression, outsideSubset } from './expression-error.ts';
import { grammarTree, type Node, operandsOf } from './parse-grammar.ts';
import { read, readNegated, readTests } from './read-expression.ts';
import type { Reader } from './reader.ts';

export type { ExpressionError } from './expression-error.ts';

export type ParseOptions = {
  /** Bare names that are read as texts: in a cell, `moderate, high` means `"moderate", "high"`. */
  readonly codes?: ReadonlySet<string>;
  /** The host's functions besides the built-in ones, with the names of their parameters, all of which are required. */
  readonly functions?: Readonly<Record<string, { readonly parameters: readonly string[] }>>;
};

export const parseExpression = (
  source: string,
  options: ParseOptions = {},
): Result<Expression, readonly ExpressionError[]> => {
  if (source.trim() === '') return err([emptyExpression()]);
  if (options.codes?.has(source.trim())) return ok({ kind: 'literal', value: source.trim() });
  const parsed = grammarTree(source, 'Expression');
  if (!parsed.ok) return parsed;
  const reader = readerOf(parsed.value.text, parsed.value.originalOffset, options);
  const [top] = operandsOf(parsed.value.top);
  const expression = top ? read(top, reader) : null;
  if (reader.errors.length > 0) return err(reader.errors);
  return expression ? ok(expression) : err([emptyExpression()]);
};

/** Parses a cell. An empty or blank cell and `-` have no condition. */
export const parseUnaryTests = (
  source: string,
  options: ParseOptions = {},
): Result<UnaryTests, readonly ExpressionError[]> => {
  if (source.trim() === '' || source.trim() === '-') return ok({ kind: 'any' });
  const listed = listOfCodes(source, options.codes);
  if (listed) return ok(listed);
  const parsed = grammarTree(source, 'UnaryTests');
  if (!parsed.ok) return parsed;
  const { top, text, originalOffset } = parsed.value;
  const reader = readerOf(text, originalOffset, options);
  const [content] = operandsOf(top);
  if (content?.name === 'Wildcard') return ok({ kind: 'any' });
  const excluded = readNegated(top, reader);
  const tests = excluded ?? (content ? readTests(content, reader) : []);
  if (!excluded) refuseInnerNot(content, tests, reader);
  if (reader.errors.length > 0) return err(reader.errors);
  return ok({ kind: 'tests', negated: excluded !== null, tests });
};

/**
 * A cell that holds only codes bypasses the grammar, so that a code may be a word of the language (`some`, `return`) or
 * contain a hyphen.
 */
const listOfCodes = (source: string, codes: ReadonlySet<string> | undefined): UnaryTests | null => {
  if (!codes || codes.size === 0) return null;
  const excluded = /^not\s*\(([^()]*)\)$/.exec(source.trim());
  const words = (excluded?.[1] ?? source).split(',').map((word) => word.trim());
  if (!words.every((word) => codes.has(word))) return null;
  const tests = words.map((value): Test => ({ kind: 'equals', value: { kind: 'literal', value } }));
  return { kind: 'tests', negated: excluded !== null, tests };
};

const readerOf = (text: string, originalOffset: readonly number[], options: ParseOptions): Reader => {
  const errors: ExpressionError[] = [];
  const functions = options.functions ?? {};
  return {
    text,
    codes: options.codes ?? new Set(),
    hostFunctions: Object.keys(functions),
    signatureOf: (name) => {
      const builtin = builtinOf(name);
      if (builtin) return builtin;
      const host = Object.hasOwn(functions, name) ? functions[name] : undefined;
      return host ? { parameters: host.parameters, required: host.parameters.length, variadic: false } : null;
    },
    errors,
    report: (make, node) =>
      errors.push(make({ from: originalOffset[node.from] ?? node.from, to: originalOffset[node.to] ?? node.to })),
  };
};

/**
 * Reports `not(…)` as one test among several: `not(1), 2` would compare the input with the result of `not(1)`, which is
 * never intended.
 */
const refuseInnerNot = (content: Node | undefined, tests: readonly Test[], reader: Reader): void => {
  if (!content) return;
  for (const test of tests) {
    if (test.kind !== 'holds' || test.condition.kind !== 'call' || test.condition.function !== 'not') continue;
    if (mentionsInput(test.condition)) continue;
    reader.report(
      (place) =>
        outsideSubset(
          { fr: '« not(…) » doit entourer toute la case.', en: '"not(…)" must enclose the whole cell.' },
          { fr: 'Écrivez not(a, b), ou une condition avec « ? ».', en: 'Write not(a, b), or a condition with "?".' },
          place,
        ),
      content,
    );
  }
};
