/**
 * Translates our expressions to feelin: one rule per line of docs/decisions/0003-where-our-feel-differs-from-feelin.md.
 *
 * The differential test generates a tree, gives its plain text to our parser and the text made by these rules to
 * feelin, and expects the same value. Each rule states its difference exactly, so nothing is left out of the
 * comparison.
 */
import type { Expression, Test, UnaryTests } from '../src/expression.ts';
import { printExpression, type Rule } from '../src/print-expression.ts';

type Print = (child: Expression, strong?: boolean) => string;

export const forFeelin = (expression: Expression): string => printExpression(expression, rule);

/** A cell as one condition on its input. feelin's own cells give false where ours are unknown (0003, line 9). */
export const testsForFeelin = (tests: UnaryTests, input: string): string => {
  if (tests.kind === 'any') return 'true';
  const holds = anyTest(tests.tests, input, forFeelin);
  return tests.negated ? `not(${holds})` : holds;
};

const isNull = (node: Expression): boolean => node.kind === 'literal' && node.value === null;

const rule: Rule = (node, print) => {
  switch (node.kind) {
    case 'comparison': {
      if ((node.operator !== '=' && node.operator !== '!=') || isNull(node.left) || isNull(node.right)) return null;
      return compared(print(node.left), node.operator, print(node.right));
    }
    // Line 3: the known end of a range can decide alone.
    case 'between':
      return `${print(node.value)} >= ${print(node.start)} and ${print(node.value)} <= ${print(node.end)}`;
    case 'in':
      return anyTest(node.tests, print(node.value), print);
    // Line 13: with an unknown condition neither branch is taken.
    case 'if': {
      const condition = `(${print(node.condition)})`;
      return `if ${condition} = true then ${print(node.whenTrue)} else if ${condition} = false then ${print(node.whenFalse)} else null`;
    }
    // Line 14: "or" and "and" over the list, in three-valued logic.
    case 'some':
      return `any(${looped(node.iterations, node.satisfies, print)})`;
    case 'every':
      return `all(${looped(node.iterations, node.satisfies, print)})`;
    case 'for':
      return looped(node.iterations, node.return, print);
    // Line 15: items that are themselves false or unknown are kept as items.
    case 'filter':
      return isIndex(node.by)
        ? null
        : `flatten(for item in ${print(node.list)} return if (${print(node.by)}) = true then [item] else [])`;
    case 'call':
      return calls[node.function]?.(node.arguments, print) ?? null;
    default:
      return null;
  }
};

const isIndex = (by: Expression): boolean => by.kind === 'literal' || by.kind === 'negate' || by.kind === 'arithmetic';

/** Lines 1 and 7: `=` with an unknown operand is unknown; durations are equal when they have the same text. */
const compared = (a: string, operator: string, b: string): string => {
  const same = `if ${a} instance of duration and ${b} instance of duration then string(${a}) = string(${b}) else ${a} = ${b}`;
  const known = `if ${a} = null or ${b} = null then null else (${same})`;
  return operator === '=' ? known : `not(${known})`;
};

/**
 * Lines 2, 3 and 11: membership is an "or" of its tests; an unknown end of a range is not an open end; a range with
 * reversed ends contains nothing.
 */
const anyTest = (tests: readonly Test[], input: string, print: Print): string =>
  tests.map((test) => `(${oneTest(test, input, print)})`).join(' or ');

const oneTest = (test: Test, input: string, print: Print): string => {
  switch (test.kind) {
    case 'isNull':
      return `${input} = null`;
    case 'compares':
      return test.operator === '=' || test.operator === '!='
        ? compared(input, test.operator, print(test.to))
        : `${input} ${test.operator} ${print(test.to)}`;
    case 'holds':
      return print(test.condition);
    case 'equals': {
      if (test.value.kind === 'list') {
        return test.value.items.map((value) => `(${oneTest({ kind: 'equals', value }, input, print)})`).join(' or ');
      }
      if (test.value.kind !== 'range') {
        const value = print(test.value);
        const member = `any(for member in ${value} return (${compared(input, '=', 'member')}))`;
        return `if ${value} instance of list then ${member} else ${compared(input, '=', value)}`;
      }
      const { start, end, startIncluded, endIncluded } = test.value;
      return `${input} ${startIncluded ? '>=' : '>'} ${print(start)} and ${input} ${endIncluded ? '<=' : '<'} ${print(end)}`;
    }
  }
};

/** Lines 4 and 5: descending steps are allowed, and steps from or to an unknown are unknown. */
const looped = (
  iterations: Extract<Expression, { kind: 'for' }>['iterations'],
  body: Expression,
  print: Print,
): string => {
  const sources = iterations.map((iteration) =>
    iteration.kind === 'each'
      ? `${iteration.name} in ${print(iteration.list)}`
      : `${iteration.name} in [${print(iteration.from)}..${print(iteration.to)}]`,
  );
  const loop = `for ${sources.join(', ')} return ${print(body)}`;
  const [first] = iterations;
  return first?.kind === 'steps'
    ? `if ${print(first.from)} = null or ${print(first.to)} = null then null else ${loop}`
    : loop;
};

const calls: Readonly<Record<string, (given: readonly Expression[], print: Print) => string>> = {
  /** Line 6: a list with an unknown item may contain the element. */
  'list contains': ([list, element], print) =>
    list && element
      ? `if ${print(list)} = null then null else any(for member in ${print(list)} return (${compared('member', '=', print(element))}))`
      : '',
  /** Line 8: concatenating an unknown list gives an unknown list. */
  concatenate: (given, print) =>
    `if ${given.map((list) => `${print(list)} = null`).join(' or ')} then null else concatenate(${given.map((list) => print(list, false)).join(', ')})`,
  /** Line 12: in long expressions feelin's grammar reads the `and` of this name as a conjunction. */
  'years and months duration': () => 'span',
  /** Line 10: not in DMN. */
  'is defined': ([value], print) => (value ? `${print(value)} != null` : ''),
};
