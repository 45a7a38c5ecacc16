/**
 * The input space that a table divides. Every quantity that its cells test is an axis; every constant with which it is
 * compared is a cut.
 */

import { type Expression, namesIn, pathOf, type Test } from '../expression.ts';
import { printExpression } from '../print-expression.ts';
import { builtinOf } from '../run/functions/builtins.ts';
import { mapChildren } from '../run/map-expression.ts';
import type { Value } from '../value.ts';
import { type Domain, type Domains, domainOf } from './domain.ts';

export type Axis = {
  /** The name under which rewritten conditions read the axis. */
  readonly name: string;
  /** The quantity as a person would write it: `age_days`, `count(previous)`. */
  readonly label: string;
  readonly expression: Expression;
  readonly reads: readonly string[];
  readonly domain: Domain;
  /** The constants with which the quantity is compared. */
  readonly cuts: Value[];
  asksNull: boolean;
};

export type Axes = Map<string, Axis>;

/** Reported while a condition is analysed: a comparison with a constant, or a part that cannot be analysed. */
export type Finding =
  | { readonly kind: 'compared'; readonly axis: Axis; readonly value: Value; readonly ordered: boolean }
  | { readonly kind: 'notAnalysed'; readonly what: string };

/**
 * Rewrites a condition in terms of axes; the axes and cuts that it needs are added to `axes`. Constants must be folded
 * already.
 */
export const overAxes = (
  condition: Expression,
  axes: Axes,
  domains: Domains,
  find: (finding: Finding) => void,
): Expression => {
  const again = (node: Expression): Expression => overAxes(node, axes, domains, find);
  const axisFor = (node: Expression): Axis => axisOf(node, axes, domains);
  const cut = (axis: Axis, value: Value, ordered: boolean): void => {
    if (value === null) axis.asksNull = true;
    else axis.cuts.push(value);
    find({ kind: 'compared', axis, value, ordered });
  };
  switch (condition.kind) {
    case 'literal':
      return condition;
    case 'and':
    case 'or':
    case 'if':
      return mapChildren(condition, again);
    case 'call':
      if (condition.function === 'not') return mapChildren(condition, again);
      if (condition.function === 'is defined') return againstNull(condition.arguments[0], axisFor, cut);
      return truthAxis(condition, axisFor, cut);
    case 'comparison': {
      const ordered = condition.operator !== '=' && condition.operator !== '!=';
      if (condition.right.kind === 'literal') {
        if (condition.left.kind === 'literal') return condition;
        const axis = axisFor(condition.left);
        cut(axis, condition.right.value, ordered);
        return { ...condition, left: { kind: 'name', name: axis.name } };
      }
      if (condition.left.kind === 'literal') {
        const axis = axisFor(condition.right);
        cut(axis, condition.left.value, ordered);
        return { ...condition, right: { kind: 'name', name: axis.name } };
      }
      return truthAxis(condition, axisFor, cut);
    }
    case 'between':
    case 'in': {
      if (condition.value.kind === 'literal') return truthAxis(condition, axisFor, cut);
      const constants = condition.kind === 'in' ? constantsOf(condition.tests) : endsOf(condition);
      if (!constants) return truthAxis(condition, axisFor, cut);
      const axis = axisFor(condition.value);
      for (const { value, ordered } of constants) cut(axis, value, ordered);
      return { ...condition, value: { kind: 'name', name: axis.name } };
    }
    default:
      if (condition.kind === 'arithmetic' || condition.kind === 'negate' || condition.kind === 'list') {
        find({ kind: 'notAnalysed', what: printExpression(condition) });
      }
      return truthAxis(condition, axisFor, cut);
  }
};

/**
 * Whether two axes read a common name, so that their values are not independent. `list contains(x, a)` and `list
 * contains(x, b)` are independent.
 */
export const related = (a: Axis, b: Axis): boolean => {
  if (a === b || !a.reads.some((name) => b.reads.some((other) => overlapping(name, other)))) return false;
  const [left, right] = [membership(a.expression), membership(b.expression)];
  return !(left && right && left.list === right.list && left.element !== right.element);
};

type AxisFor = (node: Expression) => Axis;
type Cut = (axis: Axis, value: Value, ordered: boolean) => void;

const axisOf = (expression: Expression, axes: Axes, domains: Domains): Axis => {
  const key = JSON.stringify(expression);
  const existing = axes.get(key);
  if (existing) return existing;
  const path = pathOf(expression);
  const axis: Axis = {
    name: `#${axes.size}`,
    label: path ?? printExpression(expression),
    expression,
    reads: namesIn(expression),
    domain: (path === null ? null : domainOf(domains, path)) ?? assumedDomain(expression),
    cuts: [],
    asksNull: false,
  };
  axes.set(key, axis);
  return axis;
};

const truths: ReadonlySet<Expression['kind']> = new Set(['comparison', 'between', 'in', 'some', 'every', 'instanceOf']);

const assumedDomain = (expression: Expression): Domain => {
  if (truths.has(expression.kind)) return { kind: 'boolean' };
  if (expression.kind !== 'call') return { kind: 'any' };
  const returns = builtinOf(expression.function)?.returns;
  if (expression.function === 'count') return { kind: 'number', min: 0, integer: true };
  return returns === 'boolean' || returns === 'number' ? { kind: returns } : { kind: 'any' };
};

/** Treats the whole condition as a quantity that is true or false. */
const truthAxis = (node: Expression, axisFor: AxisFor, cut: Cut): Expression => {
  const axis = axisFor(node);
  cut(axis, true, false);
  return { kind: 'name', name: axis.name };
};

const againstNull = (node: Expression | undefined, axisFor: AxisFor, cut: Cut): Expression => {
  const nothing: Expression = { kind: 'literal', value: null };
  if (!node || node.kind === 'literal') return { kind: 'literal', value: node?.value !== null };
  const axis = axisFor(node);
  cut(axis, null, false);
  return { kind: 'comparison', operator: '!=', left: { kind: 'name', name: axis.name }, right: nothing };
};

type Constant = { readonly value: Value; readonly ordered: boolean };

const constantsOf = (tests: readonly Test[]): Constant[] | null => {
  const constants: Constant[] = [];
  const add = (node: Expression, ordered: boolean): boolean => {
    if (node.kind === 'list') return node.items.every((item) => add(item, ordered));
    if (node.kind === 'range') return add(node.start, true) && add(node.end, true);
    if (node.kind !== 'literal') return false;
    constants.push({ value: node.value, ordered });
    return true;
  };
  for (const test of tests) {
    if (test.kind === 'isNull') constants.push({ value: null, ordered: false });
    else if (test.kind === 'compares' && !add(test.to, test.operator !== '=' && test.operator !== '!=')) return null;
    else if (test.kind === 'equals' && !add(test.value, false)) return null;
    else if (test.kind === 'holds') return null;
  }
  return constants;
};

const endsOf = (node: Extract<Expression, { kind: 'between' }>): Constant[] | null =>
  node.start.kind === 'literal' && node.end.kind === 'literal'
    ? [
        { value: node.start.value, ordered: true },
        { value: node.end.value, ordered: true },
      ]
    : null;

const overlapping = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

const membership = (node: Expression): { list: string; element: string } | null => {
  if (node.kind !== 'call' || node.function !== 'list contains') return null;
  const [list, element] = node.arguments;
  return element?.kind === 'literal' ? { list: JSON.stringify(list), element: JSON.stringify(element) } : null;
};
