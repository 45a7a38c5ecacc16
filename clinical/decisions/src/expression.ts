/**
 * The tree in which an expression is stored and sent: plain JSON, stable and small. The parser makes it at build time
 * (parse-expression.ts); a phone only compiles it to closures (compile-expression.ts).
 */
import type { Value } from './value.ts';

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

export type TypeName =
  | 'Any'
  | 'Null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'date'
  | 'duration'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'list'
  | 'context';

/** One loop variable: `x in list`, or `i in 1..3`. */
export type Iteration =
  | { readonly kind: 'each'; readonly name: string; readonly list: Expression }
  | { readonly kind: 'steps'; readonly name: string; readonly from: Expression; readonly to: Expression };

export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  /** `?`: the value of the column's input. */
  | { readonly kind: 'input' }
  | { readonly kind: 'path'; readonly of: Expression; readonly key: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'context'; readonly entries: readonly { readonly key: string; readonly value: Expression }[] }
  | {
      readonly kind: 'range';
      readonly start: Expression;
      readonly end: Expression;
      readonly startIncluded: boolean;
      readonly endIncluded: boolean;
    }
  | { readonly kind: 'negate'; readonly of: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'between'; readonly value: Expression; readonly start: Expression; readonly end: Expression }
  | { readonly kind: 'in'; readonly value: Expression; readonly tests: readonly Test[] }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  | { readonly kind: 'for'; readonly iterations: readonly Iteration[]; readonly return: Expression }
  | { readonly kind: 'some' | 'every'; readonly iterations: readonly Iteration[]; readonly satisfies: Expression }
  | { readonly kind: 'filter'; readonly list: Expression; readonly by: Expression }
  | { readonly kind: 'call'; readonly function: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'instanceOf'; readonly value: Expression; readonly type: TypeName };

/** One test of a cell. When its value is a range or a list, `equals` means "inside the range" or "one of the list". */
export type Test =
  | { readonly kind: 'compares'; readonly operator: ComparisonOperator; readonly to: Expression }
  | { readonly kind: 'equals'; readonly value: Expression }
  /** Tests whether the input is unknown: the cells `null` and `not(null)`. */
  | { readonly kind: 'isNull' }
  /** A complete condition: `? > 3 and ? < p.high`, `list contains(?, "fever")`. */
  | { readonly kind: 'holds'; readonly condition: Expression };

/** A cell: true when one test is true (`negated`: when none is). `any` (an empty cell or `-`) has no condition. */
export type UnaryTests =
  | { readonly kind: 'any' }
  | { readonly kind: 'tests'; readonly negated: boolean; readonly tests: readonly Test[] };

/**
 * The names that an expression reads from its scope, with the constant part of their path (`p.waz_cut`,
 * `danger_signs.undecided`), each once, in the order of first reading. Names bound inside the expression (`for x in …`,
 * `item`) are left out. A bare name inside a filter is included, since an item may lack it: write `item.waz` to avoid
 * that.
 */
export const namesIn = (expression: Expression): readonly string[] => {
  const found = new Set<string>();
  visit(expression, new Set(), found);
  return [...found];
};

export const namesInTests = (tests: UnaryTests): readonly string[] => {
  const found = new Set<string>();
  if (tests.kind === 'tests') for (const test of tests.tests) visitTest(test, new Set(), found);
  return [...found];
};

/** The path `a.b.c` as text; `null` unless the expression is a name followed by constant keys. */
export const pathOf = (expression: Expression): string | null => {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'path') return null;
  const of = pathOf(expression.of);
  return of === null ? null : `${of}.${expression.key}`;
};

type Names = ReadonlySet<string>;

const visit = (expression: Expression, bound: Names, found: Set<string>): void => {
  const path = pathOf(expression);
  if (path !== null) {
    if (!bound.has(path.split('.', 1)[0] ?? path)) found.add(path);
    return;
  }
  switch (expression.kind) {
    case 'for':
      visit(expression.return, visitIterations(expression.iterations, bound, found), found);
      return;
    case 'some':
    case 'every':
      visit(expression.satisfies, visitIterations(expression.iterations, bound, found), found);
      return;
    case 'filter':
      visit(expression.list, bound, found);
      visit(expression.by, new Set([...bound, 'item']), found);
      return;
    case 'context': {
      let inner = bound;
      for (const entry of expression.entries) {
        visit(entry.value, inner, found);
        inner = new Set([...inner, entry.key]);
      }
      return;
    }
    case 'in':
      visit(expression.value, bound, found);
      for (const test of expression.tests) visitTest(test, bound, found);
      return;
    default:
      for (const child of childrenOf(expression)) visit(child, bound, found);
  }
};

const visitIterations = (iterations: readonly Iteration[], bound: Names, found: Set<string>): Names => {
  let inner = bound;
  for (const iteration of iterations) {
    for (const source of iteration.kind === 'each' ? [iteration.list] : [iteration.from, iteration.to]) {
      visit(source, inner, found);
    }
    inner = new Set([...inner, iteration.name]);
  }
  return inner;
};

const visitTest = (test: Test, bound: Names, found: Set<string>): void => {
  for (const child of operandsOf(test)) visit(child, bound, found);
};

export const operandsOf = (test: Test): readonly Expression[] => {
  switch (test.kind) {
    case 'compares':
      return [test.to];
    case 'equals':
      return [test.value];
    case 'isNull':
      return [];
    case 'holds':
      return [test.condition];
  }
};

/** The direct sub-expressions, in reading order. */
export const childrenOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'input':
      return [];
    case 'path':
    case 'negate':
      return [expression.of];
    case 'list':
      return expression.items;
    case 'context':
      return expression.entries.map((entry) => entry.value);
    case 'range':
      return [expression.start, expression.end];
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'between':
      return [expression.value, expression.start, expression.end];
    case 'in':
      return [expression.value, ...expression.tests.flatMap(operandsOf)];
    case 'if':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'for':
      return [...sourcesOf(expression.iterations), expression.return];
    case 'some':
    case 'every':
      return [...sourcesOf(expression.iterations), expression.satisfies];
    case 'filter':
      return [expression.list, expression.by];
    case 'call':
      return expression.arguments;
    case 'instanceOf':
      return [expression.value];
  }
};

const sourcesOf = (iterations: readonly Iteration[]): readonly Expression[] =>
  iterations.flatMap((iteration) => (iteration.kind === 'each' ? [iteration.list] : [iteration.from, iteration.to]));

/** Whether the expression reads `?` anywhere. */
export const mentionsInput = (expression: Expression): boolean =>
  expression.kind === 'input' || childrenOf(expression).some(mentionsInput);
