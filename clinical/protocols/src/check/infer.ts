/**
 * Infers facts about an expression from those of its names, and reports contradictions: grams compared with kilograms,
 * a date with a number, a code that a question does not have. What is unknown is never reported.
 */
import { childrenOf, type Expression, operandsOf, pathOf, type Test } from '@denba/decisions/expression';
import { factsOf, type Names } from '../compile/names.ts';
import { resultOfCall } from './call-facts.ts';
import { anything, either, listOf, ofKind, ofLiteral, ofName, type ValueFacts } from './value-facts.ts';

export type Clash =
  | { readonly kind: 'unit'; readonly left: string; readonly right: string }
  | { readonly kind: 'type'; readonly left: string; readonly right: string }
  | { readonly kind: 'code'; readonly text: string; readonly codes: readonly string[] };

export type Inference = {
  readonly names: Names;
  readonly report: (clash: Clash) => void;
  /** Facts of `?` and of the names that are bound inside the expression. */
  readonly bound: ReadonlyMap<string, ValueFacts>;
};

export const infer = (expression: Expression, context: Inference): ValueFacts => {
  const recur = (inner: Expression): ValueFacts => infer(inner, context);
  switch (expression.kind) {
    case 'literal':
      return ofLiteral(expression.value);
    case 'input':
      return context.bound.get('?') ?? anything;
    case 'name':
    case 'path':
      return nameFacts(expression, context);
    case 'negate':
      return recur(expression.of);
    case 'list':
      return listOf(expression.items.map(recur).reduce(either, { ...anything, texts: [] }));
    case 'arithmetic':
      return arithmetic(expression.operator, recur(expression.left), recur(expression.right), context);
    case 'comparison':
      compare(recur(expression.left), recur(expression.right), context);
      return ofKind('boolean');
    case 'between': {
      const value = recur(expression.value);
      for (const bound of [expression.start, expression.end]) compare(value, recur(bound), context);
      return ofKind('boolean');
    }
    case 'in': {
      const value = recur(expression.value);
      for (const test of expression.tests) inferTest(test, value, context);
      return ofKind('boolean');
    }
    case 'if':
      recur(expression.condition);
      return either(recur(expression.whenTrue), recur(expression.whenFalse));
    case 'filter': {
      const list = recur(expression.list);
      const item = list.item ?? anything;
      const by = infer(expression.by, bind(context, 'item', item));
      return by.kind === 'number' ? item : by.kind === null ? anything : list;
    }
    case 'for':
    case 'some':
    case 'every': {
      let inner = context;
      for (const iteration of expression.iterations) {
        const item = iteration.kind === 'each' ? (infer(iteration.list, inner).item ?? anything) : ofKind('number');
        inner = bind(inner, iteration.name, item);
      }
      if (expression.kind === 'for') return listOf(infer(expression.return, inner));
      infer(expression.satisfies, inner);
      return ofKind('boolean');
    }
    case 'call':
      return resultOfCall(expression.function, expression.arguments.map(recur), (list, item) =>
        compare(list.item ?? anything, item, context),
      );
    case 'and':
    case 'or':
    case 'instanceOf':
      for (const child of childrenOf(expression)) recur(child);
      return ofKind('boolean');
    case 'context': {
      let inner = context;
      for (const { key, value } of expression.entries) inner = bind(inner, key, infer(value, inner));
      return ofKind('context');
    }
    case 'range': {
      compare(recur(expression.start), recur(expression.end), context);
      return ofKind('range');
    }
  }
};

/** Checks a cell's test against the facts of its column. */
export const inferTest = (test: Test, value: ValueFacts, context: Inference): void => {
  if (test.kind === 'holds') infer(test.condition, bind(context, '?', value));
  for (const operand of test.kind === 'holds' ? [] : operandsOf(test)) {
    if (operand.kind === 'range') {
      for (const end of [operand.start, operand.end]) compare(value, infer(end, context), context);
      continue;
    }
    const tested = infer(operand, context);
    compare(value, tested.kind === 'list' && value.kind !== 'list' ? (tested.item ?? anything) : tested, context);
  }
};

const bind = (context: Inference, name: string, facts: ValueFacts): Inference => ({
  ...context,
  bound: new Map([...context.bound, [name, facts]]),
});

const nameFacts = (expression: Expression, context: Inference): ValueFacts => {
  const path = pathOf(expression);
  if (path === null) {
    for (const child of childrenOf(expression)) infer(child, context);
    return anything;
  }
  const [root = path] = path.split('.', 1);
  const bound = context.bound.get(root);
  if (bound !== undefined) return path === root ? bound : anything;
  const facts = factsOf(context.names, path);
  return facts === null || facts === 'open' ? anything : ofName(facts);
};

const arithmetic = (operator: string, left: ValueFacts, right: ValueFacts, context: Inference): ValueFacts => {
  if (operator === '*' || operator === '/' || operator === '**') return ofKind('number');
  if (left.kind === 'number' && right.kind === 'number') {
    if (left.unit !== null && right.unit !== null && left.unit !== right.unit) {
      context.report({ kind: 'unit', left: left.unit, right: right.unit });
    }
    return ofKind('number', left.unit ?? right.unit);
  }
  if (left.kind === 'date' && right.kind === 'date') return ofKind('duration');
  if (left.kind === 'date' || right.kind === 'date') {
    const other = left.kind === 'date' ? right : left;
    if (other.kind !== null && other.kind !== 'duration') {
      context.report({ kind: 'type', left: left.kind ?? '?', right: right.kind ?? '?' });
    }
    return ofKind('date');
  }
  if (left.kind !== null && right.kind !== null && left.kind !== right.kind) {
    context.report({ kind: 'type', left: left.kind, right: right.kind });
  }
  return left.kind === right.kind ? { ...anything, kind: left.kind } : anything;
};

const compare = (left: ValueFacts, right: ValueFacts, context: Inference): void => {
  if (left.kind !== null && right.kind !== null && left.kind !== right.kind) {
    context.report({ kind: 'type', left: left.kind, right: right.kind });
    return;
  }
  if (left.unit !== null && right.unit !== null && left.unit !== right.unit) {
    context.report({ kind: 'unit', left: left.unit, right: right.unit });
  }
  reportCodes(left, right, context);
  reportCodes(right, left, context);
  if (left.item !== null && right.item !== null) compare(left.item, right.item, context);
};

const reportCodes = ({ codes }: ValueFacts, { texts }: ValueFacts, context: Inference): void => {
  if (codes === null) return;
  for (const text of texts ?? []) if (!codes.includes(text)) context.report({ kind: 'code', text, codes });
};
