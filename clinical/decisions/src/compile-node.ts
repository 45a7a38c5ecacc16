/** One closure per node of the tree. The switch runs once, at compile time; nothing is interpreted afterwards. */
import { arithmetic, negated } from './arithmetic.ts';
import { both, comparisons, equal, matches, within } from './comparison.ts';
import {
  compiledFilter,
  compiledFor,
  compiledIndex,
  compiledQuantifier,
  eachOf,
  type Source,
  stepsOf,
} from './compiled-lists.ts';
import { type Bindings, bind, compileName, property, type Run } from './compiled-names.ts';
import type { ComparisonOperator, Expression, Iteration, Test, TypeName, UnaryTests } from './expression.ts';
import { builtinOf } from './functions/builtins.ts';
import { type HostFunctions, hostCall } from './host-functions.ts';
import { type Scope, typeOf, type Value } from './value.ts';

/** `?` is a variable that no name can shadow. */
export const INPUT = '?';

export const compileNode = (node: Expression, bindings: Bindings, functions: HostFunctions): Run => {
  const compile = (inner: Expression): Run => compileNode(inner, bindings, functions);
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return compileName(node.name, bindings);
    case 'input':
      return compileName(INPUT, bindings);
    case 'path': {
      const [of, { key }] = [compile(node.of), node];
      return (scope, frame) => property(of(scope, frame), key);
    }
    case 'list': {
      const items = node.items.map(compile);
      return (scope, frame) => items.map((item) => item(scope, frame));
    }
    case 'context':
      return compileContext(node.entries, bindings, functions);
    case 'range': {
      const [start, end, { startIncluded, endIncluded }] = [compile(node.start), compile(node.end), node];
      return (scope, frame) => ({
        kind: 'range',
        start: start(scope, frame),
        end: end(scope, frame),
        startIncluded,
        endIncluded,
      });
    }
    case 'negate': {
      const of = compile(node.of);
      return (scope, frame) => negated(of(scope, frame));
    }
    case 'arithmetic': {
      const [operation, left, right] = [arithmetic[node.operator], compile(node.left), compile(node.right)];
      return (scope, frame) => operation(left(scope, frame), right(scope, frame));
    }
    case 'comparison':
      return compileComparison(node.operator, node.left, node.right, compile);
    case 'between': {
      const [value, start, end] = [compile(node.value), compile(node.start), compile(node.end)];
      return (scope, frame) => within(value(scope, frame), start(scope, frame), end(scope, frame), true, true);
    }
    case 'in': {
      const [value, holds] = [compile(node.value), compileTests(node.tests, bindings, functions)];
      return (scope, frame) => holds(value(scope, frame), scope, frame);
    }
    case 'and': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (scope, frame) => {
        const first = truth(left(scope, frame));
        return first === false ? false : both(first, truth(right(scope, frame)));
      };
    }
    case 'or': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (scope, frame) => {
        const first = truth(left(scope, frame));
        return first === true ? true : either(first, truth(right(scope, frame)));
      };
    }
    case 'if': {
      const [condition, whenTrue, whenFalse] = [
        compile(node.condition),
        compile(node.whenTrue),
        compile(node.whenFalse),
      ];
      return (scope, frame) => {
        const holds = condition(scope, frame);
        return holds === true ? whenTrue(scope, frame) : holds === false ? whenFalse(scope, frame) : null;
      };
    }
    case 'for': {
      const { sources, inner } = compileIterations(node.iterations, bindings, functions);
      return compiledFor(sources, compileNode(node.return, inner, functions));
    }
    case 'some':
    case 'every': {
      const { sources, inner } = compileIterations(node.iterations, bindings, functions);
      return compiledQuantifier(node.kind === 'some', sources, compileNode(node.satisfies, inner, functions));
    }
    case 'filter':
      return compileFilter(compile(node.list), node.by, bindings, functions);
    case 'call':
      return compileCall(node.function, node.arguments.map(compile), functions);
    case 'instanceOf': {
      const [value, { type }] = [compile(node.value), node];
      return (scope, frame) => isOfType(value(scope, frame), type);
    }
  }
};

/** True when one test holds, false when none does, else unknown. */
export type RunTests = (input: Value, scope: Scope, frame: Parameters<Run>[1]) => boolean | null;

/** A whole cell; `not(…)` turns a known answer round. */
export const compileCell = (tests: UnaryTests, functions: HostFunctions): RunTests => {
  if (tests.kind === 'any') return () => true;
  const holds = compileTests(tests.tests, null, functions);
  if (!tests.negated) return holds;
  return (input, scope, frame) => {
    const inner = holds(input, scope, frame);
    return inner === null ? null : !inner;
  };
};

const compileTests = (tests: readonly Test[], bindings: Bindings, functions: HostFunctions): RunTests => {
  const runs = tests.map((test) => compileTest(test, bindings, functions));
  const [first] = runs;
  if (first && runs.length === 1) return first;
  return (input, scope, frame) => {
    let open = false;
    for (const run of runs) {
      const holds = run(input, scope, frame);
      if (holds === true) return true;
      if (holds === null) open = true;
    }
    return open ? null : false;
  };
};

const compileTest = (test: Test, bindings: Bindings, functions: HostFunctions): RunTests => {
  switch (test.kind) {
    case 'isNull':
      return (input) => input === null;
    case 'compares': {
      const [compare, to] = [comparisons[test.operator], compileNode(test.to, bindings, functions)];
      if (test.to.kind === 'literal') {
        const { value } = test.to;
        return (input) => (input === null ? null : compare(input, value));
      }
      return (input, scope, frame) => (input === null ? null : compare(input, to(scope, frame)));
    }
    case 'equals': {
      if (test.value.kind === 'literal') {
        const constant = test.value.value;
        if (constant === null || typeof constant === 'object') return (input) => equal(input, constant);
        const type = typeof constant;
        return (input) => (input === constant ? true : typeof input === type ? false : null);
      }
      const value = compileNode(test.value, bindings, functions);
      if (test.value.kind === 'range') {
        const { startIncluded, endIncluded } = test.value;
        const start = compileNode(test.value.start, bindings, functions);
        const end = compileNode(test.value.end, bindings, functions);
        return (input, scope, frame) =>
          input === null ? null : within(input, start(scope, frame), end(scope, frame), startIncluded, endIncluded);
      }
      return (input, scope, frame) => (input === null ? null : matches(input, value(scope, frame)));
    }
    case 'holds': {
      const condition = compileNode(test.condition, bind('variable', INPUT, bindings), functions);
      return (input, scope, frame) => truth(condition(scope, { value: input, outer: frame }));
    }
  }
};

const truth = (value: Value): boolean | null => (typeof value === 'boolean' ? value : null);

const either = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;

/** `x = null` asks whether `x` is known; every other comparison with an unknown is unknown. */
const compileComparison = (
  operator: ComparisonOperator,
  leftNode: Expression,
  rightNode: Expression,
  compile: (node: Expression) => Run,
): Run => {
  const [left, right] = [compile(leftNode), compile(rightNode)];
  const asked = isNullLiteral(rightNode) ? left : isNullLiteral(leftNode) ? right : null;
  if (asked && operator === '=') return (scope, frame) => asked(scope, frame) === null;
  if (asked && operator === '!=') return (scope, frame) => asked(scope, frame) !== null;
  const compare = comparisons[operator];
  return (scope, frame) => compare(left(scope, frame), right(scope, frame));
};

const isNullLiteral = (node: Expression): boolean => node.kind === 'literal' && node.value === null;

/** Later entries see earlier ones. */
const compileContext = (
  entries: readonly { readonly key: string; readonly value: Expression }[],
  bindings: Bindings,
  functions: HostFunctions,
): Run => {
  let inner = bindings;
  const compiled = entries.map(({ key, value }) => {
    const run = compileNode(value, inner, functions);
    inner = bind('variable', key, inner);
    return { key, run };
  });
  return (scope, frame) => {
    const result: Record<string, Value> = {};
    let at = frame;
    for (const { key, run } of compiled) {
      const value = run(scope, at);
      result[key] = value;
      at = { value, outer: at };
    }
    return result;
  };
};

const compileIterations = (
  iterations: readonly Iteration[],
  bindings: Bindings,
  functions: HostFunctions,
): { sources: Source[]; inner: Bindings } => {
  let inner = bindings;
  const sources = iterations.map((iteration) => {
    const compile = (node: Expression): Run => compileNode(node, inner, functions);
    const source =
      iteration.kind === 'each'
        ? eachOf(compile(iteration.list))
        : stepsOf(compile(iteration.from), compile(iteration.to));
    inner = bind('variable', iteration.name, inner);
    return source;
  });
  return { sources, inner };
};

const indices: ReadonlySet<Expression['kind']> = new Set(['literal', 'negate', 'arithmetic']);

const maybeIndices: ReadonlySet<Expression['kind']> = new Set(['name', 'path', 'call', 'if', 'filter']);

const compileFilter = (list: Run, by: Expression, bindings: Bindings, functions: HostFunctions): Run => {
  const outside = compileNode(by, bindings, functions);
  if (indices.has(by.kind) && !(by.kind === 'literal' && typeof by.value === 'boolean')) {
    return compiledIndex(list, outside);
  }
  const inside = compileNode(by, bind('item', 'item', bindings), functions);
  return compiledFilter(list, inside, maybeIndices.has(by.kind) ? outside : null);
};

const compileCall = (name: string, args: readonly Run[], functions: HostFunctions): Run => {
  const call = builtinOf(name)?.call ?? hostCall(name, functions);
  const [first, second] = args;
  if (first && args.length === 1) return (scope, frame) => call(first(scope, frame));
  if (first && second && args.length === 2) {
    return (scope, frame) => call(first(scope, frame), second(scope, frame));
  }
  return (scope, frame) => call(...args.map((argument) => argument(scope, frame)));
};

const isOfType = (value: Value, type: TypeName): boolean => {
  const actual = typeOf(value);
  if (type === 'Any') return value !== null;
  if (type === 'Null') return value === null;
  return type === 'duration' ? actual.endsWith('duration') : actual === type;
};
