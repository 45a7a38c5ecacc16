/** Rebuilds a node with its children replaced. */
import type { Expression, Iteration, Test } from '../expression.ts';

export const mapChildren = (node: Expression, replace: (child: Expression) => Expression): Expression => {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'input':
      return node;
    case 'path':
    case 'negate':
      return { ...node, of: replace(node.of) };
    case 'list':
      return { ...node, items: node.items.map(replace) };
    case 'context':
      return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: replace(value) })) };
    case 'range':
      return { ...node, start: replace(node.start), end: replace(node.end) };
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return { ...node, left: replace(node.left), right: replace(node.right) };
    case 'between':
      return { ...node, value: replace(node.value), start: replace(node.start), end: replace(node.end) };
    case 'in':
      return { ...node, value: replace(node.value), tests: node.tests.map((test) => mapOperands(test, replace)) };
    case 'if':
      return {
        ...node,
        condition: replace(node.condition),
        whenTrue: replace(node.whenTrue),
        whenFalse: replace(node.whenFalse),
      };
    case 'for':
      return { ...node, iterations: node.iterations.map((it) => mapSource(it, replace)), return: replace(node.return) };
    case 'some':
    case 'every':
      return {
        ...node,
        iterations: node.iterations.map((it) => mapSource(it, replace)),
        satisfies: replace(node.satisfies),
      };
    case 'filter':
      return { ...node, list: replace(node.list), by: replace(node.by) };
    case 'call':
      return { ...node, arguments: node.arguments.map(replace) };
    case 'instanceOf':
      return { ...node, value: replace(node.value) };
  }
};

export const mapOperands = (test: Test, replace: (operand: Expression) => Expression): Test => {
  switch (test.kind) {
    case 'compares':
      return { ...test, to: replace(test.to) };
    case 'equals':
      return { ...test, value: replace(test.value) };
    case 'isNull':
      return test;
    case 'holds':
      return { ...test, condition: replace(test.condition) };
  }
};

const mapSource = (iteration: Iteration, replace: (source: Expression) => Expression): Iteration =>
  iteration.kind === 'each'
    ? { ...iteration, list: replace(iteration.list) }
    : { ...iteration, from: replace(iteration.from), to: replace(iteration.to) };
