/** Prints a tree as FEEL, for messages and round trips: parsing the text again gives the same tree. */
import type { Expression, Iteration, Test, UnaryTests } from './expression.ts';
import { written } from './format-value.ts';
import { isDate, isDuration, type Value } from './value.ts';

/**
 * Replaces the usual text of a node, or returns `null` to keep it. `print` prints a child, in brackets where needed
 * when `strong`.
 */
export type Rule = (node: Expression, print: (child: Expression, strong?: boolean) => string) => string | null;

export const printExpression = (expression: Expression, rule: Rule = () => null): string => print(expression, 0, rule);

export const printUnaryTests = (tests: UnaryTests, rule: Rule = () => null): string => {
  if (tests.kind === 'any') return '-';
  const list = tests.tests.map((test) => printTest(test, rule)).join(', ');
  return tests.negated ? `not(${list})` : list;
};

export const printTest = (test: Test, rule: Rule = () => null): string => {
  switch (test.kind) {
    case 'isNull':
      return 'null';
    case 'compares':
      return `${test.operator} ${print(test.to, strength.sum, rule)}`;
    case 'equals':
      return print(test.value, strength.sum, rule);
    case 'holds':
      return print(test.condition, 0, rule);
  }
};

const strength = { or: 1, and: 2, comparison: 3, sum: 4, product: 5, power: 6, sign: 7, postfix: 8 } as const;

const strengthOf = (node: Expression): number => {
  switch (node.kind) {
    case 'or':
    case 'and':
      return strength[node.kind];
    case 'comparison':
    case 'between':
    case 'in':
    case 'instanceOf':
      return strength.comparison;
    case 'arithmetic':
      return node.operator === '**' ? strength.power : /[*/]/.test(node.operator) ? strength.product : strength.sum;
    case 'negate':
      return strength.sign;
    case 'if':
    case 'for':
    case 'some':
    case 'every':
      return 0;
    default:
      return strength.postfix;
  }
};

const print = (node: Expression, weakest: number, rule: Rule): string => {
  const special = rule(node, (child, strong = true) => print(child, strong ? strength.postfix : 0, rule));
  if (special !== null) return `(${special})`;
  const text = plain(node, rule);
  return strengthOf(node) < weakest ? `(${text})` : text;
};

const plain = (node: Expression, rule: Rule): string => {
  const at = (child: Expression, weakest: number): string => print(child, weakest, rule);
  switch (node.kind) {
    case 'literal':
      return printLiteral(node.value);
    case 'name':
      return node.name;
    case 'input':
      return '?';
    case 'path':
      return `${at(node.of, strength.postfix)}.${node.key}`;
    case 'list':
      return `[${node.items.map((item) => at(item, 0)).join(', ')}]`;
    case 'context':
      return `{${node.entries.map(({ key, value }) => `${key}: ${at(value, 0)}`).join(', ')}}`;
    case 'range':
      return `${node.startIncluded ? '[' : '('}${at(node.start, strength.sum)}..${at(node.end, strength.sum)}${node.endIncluded ? ']' : ')'}`;
    case 'negate':
      return `-${node.of.kind === 'name' ? node.of.name : `(${at(node.of, 0)})`}`;
    case 'arithmetic': {
      const own = strengthOf(node);
      return `${at(node.left, own)} ${node.operator} ${at(node.right, own + 1)}`;
    }
    case 'comparison':
      return `${at(node.left, strength.sum)} ${node.operator} ${at(node.right, strength.sum)}`;
    case 'between':
      return `${at(node.value, strength.sum)} between ${at(node.start, strength.sum)} and ${at(node.end, strength.sum)}`;
    case 'in':
      return `${at(node.value, strength.sum)} in (${node.tests.map((test) => printTest(test, rule)).join(', ')})`;
    case 'and':
    case 'or': {
      const own = strength[node.kind];
      return `${at(node.left, own)} ${node.kind} ${at(node.right, own + 1)}`;
    }
    case 'if':
      return `if ${at(node.condition, 0)} then ${at(node.whenTrue, 0)} else ${at(node.whenFalse, 0)}`;
    case 'for':
      return `for ${printIterations(node.iterations, rule)} return ${at(node.return, 0)}`;
    case 'some':
    case 'every':
      return `${node.kind} ${printIterations(node.iterations, rule)} satisfies ${at(node.satisfies, 0)}`;
    case 'filter':
      return `${at(node.list, strength.postfix)}[${at(node.by, 0)}]`;
    case 'call':
      return `${node.function}(${node.arguments.map((argument) => at(argument, 0)).join(', ')})`;
    case 'instanceOf':
      return `${at(node.value, strength.postfix)} instance of ${node.type}`;
  }
};

const printLiteral = (value: Value): string => {
  if (isDate(value)) return `date("${written(value)}")`;
  return isDuration(value) ? `@"${written(value)}"` : written(value);
};

const printIterations = (iterations: readonly Iteration[], rule: Rule): string =>
  iterations
    .map((iteration) =>
      iteration.kind === 'each'
        ? `${iteration.name} in ${print(iteration.list, strength.sum, rule)}`
        : `${iteration.name} in ${print(iteration.from, strength.sum, rule)}..${print(iteration.to, strength.sum, rule)}`,
    )
    .join(', ');
