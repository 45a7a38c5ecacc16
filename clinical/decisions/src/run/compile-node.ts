/**
 * Compiles each node of the tree to a closure. The switch runs once, at compile time; nothing is interpreted
 * afterwards.
 */

import type { ComparisonOperator, Expression, Iteration, Test, TypeName, UnaryTests } from '../expression.ts';
import { typeOf, type Value } from '../value.ts';
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
import {
  type Bindings,
  bind,
  byName,
  compileName,
  type Lookup,
  type Memory,
  propertyOf,
  type Run,
} from './compiled-names.ts';
import { builtinOf } from './functions/builtins.ts';
import { type HostFunctions, hostCall } from './host-functions.ts';

/** What compiling needs from outside: the host's functions, and how names are read. */
export type Surroundings = { readonly functions: HostFunctions; readonly lookup: Lookup };

/** No host functions, and names read from a scope. */
export const bareSurroundings: Surroundings = { functions: {}, lookup: byName };

/** The variable that holds `?`. No name can shadow it. */
const INPUT = '?';

export const compileNode = (node: Expression, bindings: Bindings, around: Surroundings): Run => {
  const compile = (inner: Expression): Run => compileNode(inner, bindings, around);
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return compileName(node.name, bindings, around.lookup);
    case 'input':
      return compileName(INPUT, bindings, around.lookup);
    case 'path': {
      const [of, read] = [compile(node.of), propertyOf(node.key)];
      return (memory, frame) => read(of(memory, frame));
    }
    case 'list': {
      const items = node.items.map(compile);
      return (memory, frame) => items.map((item) => item(memory, frame));
    }
    case 'context':
      return compileContext(node.entries, bindings, around);
    case 'range': {
      const [start, end, { startIncluded, endIncluded }] = [compile(node.start), compile(node.end), node];
      return (memory, frame) => ({
        kind: 'range',
        start: start(memory, frame),
        end: end(memory, frame),
        startIncluded,
        endIncluded,
      });
    }
    case 'negate': {
      const of = compile(node.of);
      return (memory, frame) => negated(of(memory, frame));
    }
    case 'arithmetic': {
      const [operation, left, right] = [arithmetic[node.operator], compile(node.left), compile(node.right)];
      return (memory, frame) => operation(left(memory, frame), right(memory, frame));
    }
    case 'comparison':
      return compileComparison(node.operator, node.left, node.right, compile);
    case 'between': {
      const [value, start, end] = [compile(node.value), compile(node.start), compile(node.end)];
      return (memory, frame) => within(value(memory, frame), start(memory, frame), end(memory, frame), true, true);
    }
    case 'in': {
      const [value, holds] = [compile(node.value), compileTests(node.tests, bindings, around)];
      return (memory, frame) => holds(value(memory, frame), memory, frame);
    }
    case 'and': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (memory, frame) => {
        const first = truth(left(memory, frame));
        return first === false ? false : both(first, truth(right(memory, frame)));
      };
    }
    case 'or': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (memory, frame) => {
        const first = truth(left(memory, frame));
        return first === true ? true : either(first, truth(right(memory, frame)));
      };
    }
    case 'if': {
      const [condition, whenTrue, whenFalse] = [
        compile(node.condition),
        compile(node.whenTrue),
        compile(node.whenFalse),
      ];
      return (memory, frame) => {
        const holds = condition(memory, frame);
        return holds === true ? whenTrue(memory, frame) : holds === false ? whenFalse(memory, frame) : null;
      };
    }
    case 'for': {
      const { sources, inner } = compileIterations(node.iterations, bindings, around);
      return compiledFor(sources, compileNode(node.return, inner, around));
    }
    case 'some':
    case 'every': {
      const { sources, inner } = compileIterations(node.iterations, bindings, around);
      return compiledQuantifier(node.kind === 'some', sources, compileNode(node.satisfies, inner, around));
    }
    case 'filter':
      return compileFilter(compile(node.list), node.by, bindings, around);
    case 'call':
      return compileCall(node.function, node.arguments.map(compile), around);
    case 'instanceOf': {
      const [value, { type }] = [compile(node.value), node];
      return (memory, frame) => isOfType(value(memory, frame), type);
    }
  }
};

/** True when one test holds, false when none does; otherwise unknown (`null`). */
export type RunTests = (input: Value, memory: Memory, frame: Parameters<Run>[1]) => boolean | null;

/** Compiles a whole cell; `not(…)` negates a known result. */
export const compileCell = (tests: UnaryTests, around: Surroundings): RunTests => {
  if (tests.kind === 'any') return () => true;
  const holds = compileTests(tests.tests, null, around);
  if (!tests.negated) return holds;
  return (input, memory, frame) => {
    const inner = holds(input, memory, frame);
    return inner === null ? null : !inner;
  };
};

const compileTests = (tests: readonly Test[], bindings: Bindings, around: Surroundings): RunTests => {
  const runs = tests.map((test) => compileTest(test, bindings, around));
  const [first] = runs;
  if (first && runs.length === 1) return first;
  return (input, memory, frame) => {
    let open = false;
    for (const run of runs) {
      const holds = run(input, memory, frame);
      if (holds === true) return true;
      if (holds === null) open = true;
    }
    return open ? null : false;
  };
};

const compileTest = (test: Test, bindings: Bindings, around: Surroundings): RunTests => {
  switch (test.kind) {
    case 'isNull':
      return (input) => input === null;
    case 'compares': {
      const [compare, to] = [comparisons[test.operator], compileNode(test.to, bindings, around)];
      if (test.to.kind === 'literal') {
        const { value } = test.to;
        return (input) => (input === null ? null : compare(input, value));
      }
      return (input, memory, frame) => (input === null ? null : compare(input, to(memory, frame)));
    }
    case 'equals': {
      if (test.value.kind === 'literal') {
        const constant = test.value.value;
        if (constant === null || typeof constant === 'object') return (input) => equal(input, constant);
        const type = typeof constant;
        return (input) => (input === constant ? true : typeof input === type ? false : null);
      }
      const value = compileNode(test.value, bindings, around);
      if (test.value.kind === 'range') {
        const { startIncluded, endIncluded } = test.value;
        const start = compileNode(test.value.start, bindings, around);
        const end = compileNode(test.value.end, bindings, around);
        return (input, memory, frame) =>
          input === null ? null : within(input, start(memory, frame), end(memory, frame), startIncluded, endIncluded);
      }
      return (input, memory, frame) => (input === null ? null : matches(input, value(memory, frame)));
    }
    case 'holds': {
      const condition = compileNode(test.condition, bind('variable', INPUT, bindings), around);
      return (input, memory, frame) => truth(condition(memory, { value: input, outer: frame }));
    }
  }
};

const truth = (value: Value): boolean | null => (typeof value === 'boolean' ? value : null);

const either = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;

/** `x = null` tests whether `x` is unknown; every other comparison with an unknown is unknown. */
const compileComparison = (
  operator: ComparisonOperator,
  leftNode: Expression,
  rightNode: Expression,
  compile: (node: Expression) => Run,
): Run => {
  const [left, right] = [compile(leftNode), compile(rightNode)];
  const asked = isNullLiteral(rightNode) ? left : isNullLiteral(leftNode) ? right : null;
  if (asked && operator === '=') return (memory, frame) => asked(memory, frame) === null;
  if (asked && operator === '!=') return (memory, frame) => asked(memory, frame) !== null;
  const compare = comparisons[operator];
  return (memory, frame) => compare(left(memory, frame), right(memory, frame));
};

const isNullLiteral = (node: Expression): boolean => node.kind === 'literal' && node.value === null;

/** Later entries can read earlier ones. */
const compileContext = (
  entries: readonly { readonly key: string; readonly value: Expression }[],
  bindings: Bindings,
  around: Surroundings,
): Run => {
  let inner = bindings;
  const compiled = entries.map(({ key, value }) => {
    const run = compileNode(value, inner, around);
    inner = bind('variable', key, inner);
    return { key, run };
  });
  return (memory, frame) => {
    const result: Record<string, Value> = {};
    let at = frame;
    for (const { key, run } of compiled) {
      const value = run(memory, at);
      result[key] = value;
      at = { value, outer: at };
    }
    return result;
  };
};

const compileIterations = (
  iterations: readonly Iteration[],
  bindings: Bindings,
  around: Surroundings,
): { sources: Source[]; inner: Bindings } => {
  let inner = bindings;
  const sources = iterations.map((iteration) => {
    const compile = (node: Expression): Run => compileNode(node, inner, around);
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

const compileFilter = (list: Run, by: Expression, bindings: Bindings, around: Surroundings): Run => {
  const outside = compileNode(by, bindings, around);
  if (indices.has(by.kind) && !(by.kind === 'literal' && typeof by.value === 'boolean')) {
    return compiledIndex(list, outside);
  }
  const inside = compileNode(by, bind('item', 'item', bindings), around);
  return compiledFilter(list, inside, maybeIndices.has(by.kind) ? outside : null);
};

const compileCall = (name: string, args: readonly Run[], around: Surroundings): Run => {
  const call = builtinOf(name)?.call ?? hostCall(name, around.functions);
  const [first, second] = args;
  if (first && args.length === 1) return (memory, frame) => call(first(memory, frame));
  if (first && second && args.length === 2) {
    return (memory, frame) => call(first(memory, frame), second(memory, frame));
  }
  return (memory, frame) => call(...args.map((argument) => argument(memory, frame)));
};

const isOfType = (value: Value, type: TypeName): boolean => {
  const actual = typeOf(value);
  if (type === 'Any') return value !== null;
  if (type === 'Null') return value === null;
  return type === 'duration' ? actual.endsWith('duration') : actual === type;
};
