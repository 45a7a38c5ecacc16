/** Expresses the rows of a table as conditions over the possible values of its inputs, for the search for witnesses. */

import { type Expression, namesIn } from '../expression.ts';
import { bareSurroundings, compileNode } from '../run/compile-node.ts';
import type { DecisionTable } from '../tables/decision-table.ts';
import type { Value } from '../value.ts';
import { representatives } from './axis-representatives.ts';
import { cellCondition } from './cell-condition.ts';
import type { Domains } from './domain.ts';
import { type Constraint, findWitness, type Witness } from './find-witness.ts';
import { type Axes, type Axis, overAxes, related } from './table-axes.ts';

export type Space = {
  readonly axes: readonly Axis[];
  readonly values: readonly (readonly Value[])[];
  readonly rows: readonly (readonly Constraint[])[];
};

export const divide = (table: DecisionTable, domains: Domains): Space => {
  const axes: Axes = new Map();
  const conditions = table.rows.map((row) =>
    row.tests.map((tests, index) => {
      const input = table.inputs[index];
      return input && tests && tests.kind !== 'any'
        ? overAxes(cellCondition(input.expression, tests), axes, domains, () => {})
        : null;
    }),
  );
  const list = [...axes.values()];
  const values = list.map(representatives);
  const rows = conditions.map((row) => row.flatMap((cell) => (cell ? [constraint(cell, list, values)] : [])));
  return { axes: list, values, rows };
};

const constraint = (
  condition: Expression,
  axes: readonly Axis[],
  values: readonly (readonly Value[])[],
): Constraint => {
  const run = compileNode(condition, null, bareSurroundings);
  const names = new Set(namesIn(condition));
  const mine = axes.flatMap((axis, index) => (names.has(axis.name) ? [index] : []));
  const answers = new Map<string, boolean | null>();
  return {
    axes: mine,
    holds: (chosen) => {
      const key = mine.map((axis) => chosen[axis]).join();
      const known = answers.get(key);
      if (known !== undefined) return known;
      const scope: Record<string, Value> = {};
      for (const index of mine) {
        const axis = axes[index];
        if (axis) scope[axis.name] = values[index]?.[chosen[index] ?? 0] ?? null;
      }
      const answer = run(scope, null);
      const holds = typeof answer === 'boolean' ? answer : null;
      answers.set(key, holds);
      return holds;
    },
  };
};

/** Searches for a point at which all of `required` and none of `forbidden` hold. */
export const search = (
  space: Space,
  required: readonly (readonly Constraint[])[],
  forbidden: readonly (readonly Constraint[])[],
) => findWitness({ sizes: space.values.map((values) => values.length), required, forbidden });

/** Whether the witness sets two related quantities independently, so that such inputs may not exist. */
export const entangled = (space: Space, witness: Witness): boolean => {
  const used = space.axes.filter((_, index) => witness[index] !== null);
  return used.some((axis, at) => used.slice(at + 1).some((other) => related(axis, other)));
};

export const exampleOf = (space: Space, witness: Witness): Record<string, Value> => {
  const example: Record<string, Value> = {};
  for (const [index, axis] of space.axes.entries()) {
    const chosen = witness[index];
    if (typeof chosen === 'number') example[axis.label] = space.values[index]?.[chosen] ?? null;
  }
  return example;
};
