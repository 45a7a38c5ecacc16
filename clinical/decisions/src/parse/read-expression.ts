/**
 * Converts the grammar's tree to our expression tree. Build time only. What is outside the subset is reported, never
 * guessed.
 */
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
  type Iteration,
  mentionsInput,
  type Test,
  type TypeName,
} from '../expression.ts';
import { builtinOf } from '../run/functions/builtins.ts';
import { finite } from '../value.ts';
import { spacedName } from './expression-error.ts';
import { type Node, operandsOf } from './parse-grammar.ts';
import { readCall } from './read-call.ts';
import { readTemporal, unquoted } from './read-literal.ts';
import { literal, nothing, type Reader, refuse, textOf, wordsOf } from './reader.ts';

export const read = (node: Node, reader: Reader): Expression => {
  const operand = (index: number): Expression => {
    const child = operandsOf(node)[index];
    return child ? read(child, reader) : nothing;
  };
  switch (node.name) {
    case 'NumericLiteral':
      return literal(finite(Number(textOf(node, reader).replaceAll(/\s/g, ''))));
    case 'BooleanLiteral':
      return literal(textOf(node, reader) === 'true');
    case 'StringLiteral':
      return literal(unquoted(textOf(node, reader)));
    case 'null':
      return nothing;
    case '?':
      return { kind: 'input' };
    case 'VariableName':
      return readName(node, reader);
    case 'ParenthesizedExpression':
      return operand(0);
    case 'List':
      return { kind: 'list', items: operandsOf(node).map((item) => read(item, reader)) };
    case 'Context':
      return { kind: 'context', entries: operandsOf(node).map((entry) => readEntry(entry, reader)) };
    case 'Interval':
      return readInterval(node, reader);
    case 'PathExpression':
      return readPath(node, reader);
    case 'ArithmeticExpression':
      return readArithmetic(node, reader);
    case 'Comparison':
      return readComparison(node, reader);
    case 'Conjunction':
      return { kind: 'and', left: operand(0), right: operand(1) };
    case 'Disjunction':
      return { kind: 'or', left: operand(0), right: operand(1) };
    case 'IfExpression':
      return { kind: 'if', condition: operand(0), whenTrue: operand(1), whenFalse: operand(2) };
    case 'ForExpression':
      return { kind: 'for', iterations: readIterations(node, reader), return: operand(1) };
    case 'QuantifiedExpression':
      return {
        kind: node.getChild('every') ? 'every' : 'some',
        iterations: readIterations(node, reader),
        satisfies: operand(1),
      };
    case 'FilterExpression':
      return { kind: 'filter', list: operand(0), by: operand(1) };
    case 'FunctionInvocation':
      return readCall(node, reader, read);
    case 'DateTimeLiteral':
      return readTemporal(node, reader, read);
    case 'InstanceOfExpression':
      return readInstanceOf(node, reader);
    case 'SimplePositiveUnaryTest':
      return readInnerTest(node, reader);
    default:
      return refuse(node, reader, `« ${textOf(node, reader)} »`, `"${textOf(node, reader)}"`);
  }
};

/** The tests of a cell, or of the right side of `in`. */
export const readTests = (node: Node, reader: Reader): Test[] =>
  node.name === 'PositiveUnaryTests'
    ? operandsOf(node).map((test) => readTest(operandsOf(test)[0] ?? test, reader))
    : [readTest(operandsOf(node)[0] ?? node, reader)];

/**
 * The tests inside a `not(…)` that encloses the whole cell; `null` when there is none. The grammar reads some of them
 * as a call of the function `not`.
 */
export const readNegated = (top: Node, reader: Reader): Test[] | null => {
  const [content] = operandsOf(top);
  if (top.firstChild?.name === 'not') return content ? readTests(content, reader) : [];
  const [test, another] = content ? operandsOf(content) : [];
  const call = test && !another ? operandsOf(test)[0] : undefined;
  const target = call?.name === 'FunctionInvocation' ? operandsOf(call)[0] : undefined;
  if (!call || !target || textOf(target, reader) !== 'not') return null;
  const given = operandsOf(call.getChild('PositionalParameters') ?? call).filter(
    (node) => node.name !== 'VariableName' || node.from !== target.from,
  );
  return given.length === 0 ? null : given.map((node) => readTest(node, reader));
};

const readName = (node: Node, reader: Reader, asPath = false): Expression => {
  const name = wordsOf(node, reader);
  if (!asPath && reader.codes.has(name)) return literal(name);
  if (name.includes(' ')) reader.report((place) => spacedName(name, place), node);
  return { kind: 'name', name };
};

const readEntry = (node: Node, reader: Reader): { key: string; value: Expression } => {
  const [key, value] = operandsOf(node);
  const inner = key?.firstChild;
  const text = inner ? textOf(inner, reader) : '';
  return {
    key: inner?.name === 'StringLiteral' ? unquoted(text) : text,
    value: value ? read(value, reader) : nothing,
  };
};

const readInterval = (node: Node, reader: Reader): Expression => {
  const [start, end] = operandsOf(node);
  return {
    kind: 'range',
    start: start ? read(start, reader) : nothing,
    end: end ? read(end, reader) : nothing,
    startIncluded: node.firstChild?.name === '[',
    endIncluded: node.lastChild?.name === ']',
  };
};

const readPath = (node: Node, reader: Reader): Expression => {
  const [of, key] = operandsOf(node);
  if (!of || !key) return nothing;
  const name = wordsOf(key, reader);
  if (name.includes(' ')) reader.report((place) => spacedName(name, place), key);
  return { kind: 'path', of: of.name === 'VariableName' ? readName(of, reader, true) : read(of, reader), key: name };
};

const readArithmetic = (node: Node, reader: Reader): Expression => {
  const written = textOf(node, reader);
  if (reader.codes.has(written)) return literal(written);
  const operator = node.getChild('ArithOp');
  const symbol = operator ? textOf(operator, reader) : '';
  const [left, right] = operandsOf(node);
  if (!left) return nothing;
  if (!right) {
    return symbol === '-'
      ? { kind: 'negate', of: read(left, reader) }
      : refuse(node, reader, `« ${symbol} » sans valeur à gauche`, `"${symbol}" without a left side`);
  }
  return {
    kind: 'arithmetic',
    operator: (symbol === '^' ? '**' : symbol) as ArithmeticOperator,
    left: read(left, reader),
    right: read(right, reader),
  };
};

const readComparison = (node: Node, reader: Reader): Expression => {
  const [value, first, second] = operandsOf(node);
  if (!value || !first) return nothing;
  if (node.getChild('in')) return { kind: 'in', value: read(value, reader), tests: readTests(first, reader) };
  if (node.getChild('between')) {
    const end = second ? read(second, reader) : nothing;
    return { kind: 'between', value: read(value, reader), start: read(first, reader), end };
  }
  return {
    kind: 'comparison',
    operator: operatorOf(node, reader),
    left: read(value, reader),
    right: read(first, reader),
  };
};

const operatorOf = (node: Node, reader: Reader): ComparisonOperator => {
  const operator = node.getChild('CompareOp');
  return (operator ? textOf(operator, reader) : '=') as ComparisonOperator;
};

const readIterations = (node: Node, reader: Reader): Iteration[] => {
  const list = node.getChild('InExpressions');
  return (list ? operandsOf(list) : []).map((iteration) => {
    const [name, source] = operandsOf(iteration);
    const variable = name ? wordsOf(name, reader) : '';
    if (name && variable.includes(' ')) reader.report((place) => spacedName(variable, place), name);
    const [from, to] = source ? operandsOf(source) : [];
    const first = from ? read(from, reader) : nothing;
    return to
      ? { kind: 'steps', name: variable, from: first, to: read(to, reader) }
      : { kind: 'each', name: variable, list: first };
  });
};

const typeNames: ReadonlySet<string> = new Set<TypeName>([
  'Any',
  'Null',
  'boolean',
  'number',
  'string',
  'date',
  'duration',
  'days and time duration',
  'years and months duration',
  'range',
  'list',
  'context',
]);

const readInstanceOf = (node: Node, reader: Reader): Expression => {
  const [value, type] = operandsOf(node);
  const name = type ? textOf(type, reader).replaceAll(/\s+/g, ' ') : '';
  if (!value || !typeNames.has(name)) return refuse(node, reader, `Le type « ${name} »`, `The type "${name}"`);
  return { kind: 'instanceOf', value: read(value, reader), type: name as TypeName };
};

/** Reads a test inside an expression. A range is a value; a comparison without a left side is an error. */
const readInnerTest = (node: Node, reader: Reader): Expression => {
  const [operand] = operandsOf(node);
  if (operand?.name === 'Interval') return read(operand, reader);
  return refuse(
    node,
    reader,
    `« ${textOf(node, reader)} » n’a pas de valeur à gauche`,
    `"${textOf(node, reader)}" has no left side`,
    /^\s*[=>]/.test(textOf(node, reader)) && /[=<]$/.test(reader.text.slice(0, node.from).trim())
      ? { fr: 'Écrivez = (égal) ou != (différent).', en: 'Write = (equal) or != (different).' }
      : { fr: 'Écrivez [1..5), ou ? >= 1 and ? < 5.', en: 'Write [1..5), or ? >= 1 and ? < 5.' },
  );
};

const readTest = (node: Node, reader: Reader): Test => {
  if (node.name === 'SimplePositiveUnaryTest' && node.getChild('CompareOp')) {
    const [operand] = operandsOf(node);
    const to = operand ? read(operand, reader) : nothing;
    const operator = operatorOf(node, reader);
    if (isCondition(to)) readInnerTest(node, reader);
    if (to.kind !== 'literal' || to.value !== null) return { kind: 'compares', operator, to };
    if (operator === '=') return { kind: 'isNull' };
    return { kind: 'holds', condition: { kind: 'comparison', operator, left: { kind: 'input' }, right: to } };
  }
  const [inner] = operandsOf(node);
  if (node.name === 'ParenthesizedExpression' && inner) return readTest(inner, reader);
  const value = read(node, reader);
  if (value.kind === 'literal' && value.value === null && node.name === 'null') return { kind: 'isNull' };
  return isCondition(value) || mentionsInput(value) ? { kind: 'holds', condition: value } : { kind: 'equals', value };
};

const conditions: ReadonlySet<Expression['kind']> = new Set([
  'comparison',
  'between',
  'in',
  'and',
  'or',
  'some',
  'every',
  'instanceOf',
]);

/**
 * Whether the expression can only be true, false or unknown. A cell then uses it as a condition instead of comparing
 * with it.
 */
const isCondition = (expression: Expression): boolean =>
  conditions.has(expression.kind) ||
  (expression.kind === 'call' && builtinOf(expression.function)?.returns === 'boolean');
