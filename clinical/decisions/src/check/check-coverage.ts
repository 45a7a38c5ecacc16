/** Gaps, overlaps and unreachable rows, for the hit policies that care (DMN 1.5 §8.2.10). Constants are folded already. */

import { type Expression, namesIn } from '../expression.ts';
import { bareSurroundings, compileNode } from '../run/compile-node.ts';
import type { DecisionTable, TableRow } from '../tables/decision-table.ts';
import { compareRank } from '../tables/hit-policy.ts';
import type { Value } from '../value.ts';
import { cellCondition } from './cell-condition.ts';
import { gap, notJudged, overlap, unreachable } from './coverage-problems.ts';
import type { Domains } from './domain.ts';
import { type Constraint, findWitness, isOut, type Witness } from './find-witness.ts';
import { type Axes, type Axis, overAxes, related, representatives } from './table-axes.ts';
import type { TableProblem } from './table-problem.ts';

/** More than this of one kind is one mistake repeated. */
const MOST_REPORTED = 5;

export const checkCoverage = (table: DecisionTable, domains: Domains): TableProblem[] => {
  const space = divide(table, domains);
  return [...checkRows(table, space), ...checkGaps(table, space), ...checkOverlaps(table, space)];
};

type Space = {
  readonly axes: readonly Axis[];
  readonly values: readonly (readonly Value[])[];
  readonly rows: readonly (readonly Constraint[])[];
};

const divide = (table: DecisionTable, domains: Domains): Space => {
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

const checkRows = (table: DecisionTable, space: Space): TableProblem[] => {
  const problems: TableProblem[] = [];
  for (const [index, row] of table.rows.entries()) {
    const own = space.rows[index];
    if (!own) continue;
    const alone = search(space, [own], []);
    if (alone.kind === 'none') {
      problems.push(unreachable(row.id, emptyColumn(table, row, space, own), []));
      continue;
    }
    const hiding = rowsBefore(table, index);
    if (hiding.length === 0) continue;
    const result = search(
      space,
      [own],
      hiding.map((at) => space.rows[at] ?? []),
    );
    if (result.kind === 'none') problems.push(unreachable(row.id, null, namesOf(table, necessary(space, own, hiding))));
    if (result.kind === 'capped') problems.push(notJudged('unreachable', [row.id]));
  }
  return problems;
};

/** The rows that count instead of this one wherever they hold. */
const rowsBefore = (table: DecisionTable, index: number): number[] => {
  if (table.hitPolicy === 'F') return table.rows.flatMap((_, at) => (at < index ? [at] : []));
  if (table.hitPolicy !== 'P') return [];
  const rank = (at: number) => ({ outputs: (table.rows[at]?.outputs ?? []).map(literalOf) });
  return table.rows.flatMap((_, at) =>
    at !== index && isFixed(table.rows[at]) && isFixed(table.rows[index])
      ? compareRank(rank(at), rank(index), table.outputs) < 0
        ? [at]
        : []
      : [],
  );
};

const isFixed = (row: TableRow | undefined): boolean =>
  row?.outputs.every((output) => output === null || output.kind === 'literal') ?? false;

const literalOf = (output: Expression | null): Value | undefined =>
  output?.kind === 'literal' ? output.value : undefined;

/** The fewest of the hiding rows that hide the row together, found by leaving out one after the other. */
const necessary = (space: Space, own: readonly Constraint[], hiding: readonly number[]): number[] => {
  let kept = [...hiding];
  for (const at of hiding) {
    const without = kept.filter((other) => other !== at);
    if (
      search(
        space,
        [own],
        without.map((row) => space.rows[row] ?? []),
      ).kind === 'none'
    )
      kept = without;
  }
  return kept;
};

const emptyColumn = (table: DecisionTable, row: TableRow, space: Space, own: readonly Constraint[]): string | null => {
  let position = 0;
  for (const [index, tests] of row.tests.entries()) {
    if (!tests || tests.kind === 'any') continue;
    const cell = own[position++];
    if (cell && search(space, [[cell]], []).kind === 'none') return table.inputs[index]?.source ?? null;
  }
  return null;
};

const checkGaps = (table: DecisionTable, space: Space): TableProblem[] => {
  const complete = ['U', 'A', 'P', 'F'].includes(table.hitPolicy);
  if (!complete || table.outputs.every((output) => output.default)) return [];
  const problems: TableProblem[] = [];
  const blocked: (readonly Constraint[])[] = [];
  while (problems.length < MOST_REPORTED) {
    const result = search(space, [], [...space.rows, ...blocked]);
    if (result.kind === 'none') break;
    if (result.kind === 'capped' || entangled(space, result.witness)) {
      problems.push(notJudged('gap', []));
      break;
    }
    problems.push(gap(exampleOf(space, result.witness)));
    blocked.push(...neighbours(space, result.witness));
  }
  return problems;
};

/** Rows that hold for this gap, and for its neighbours along each axis: one gap is reported once. */
const neighbours = (space: Space, witness: Witness): Constraint[][] => {
  const fixed = witness.flatMap((index, axis) => (index === null ? [] : [{ index, axis }]));
  if (fixed.length === 0) return [[]];
  return fixed.map(({ axis: along }) =>
    fixed.map(({ index, axis }) => {
      if (axis !== along) return { axes: [axis], holds: (chosen: Witness) => chosen[axis] === index };
      const also = (space.values[axis] ?? []).map((_, other) => {
        const moved = witness.with(axis, other);
        return space.rows.every((row) => isOut(row, moved));
      });
      return { axes: [axis], holds: (chosen: Witness) => also[chosen[axis] ?? -1] ?? false };
    }),
  );
};

const checkOverlaps = (table: DecisionTable, space: Space): TableProblem[] => {
  const policy = table.hitPolicy;
  if (policy !== 'U' && policy !== 'A') return [];
  const problems: TableProblem[] = [];
  for (const [first, a] of table.rows.entries()) {
    for (const [offset, b] of table.rows.slice(first + 1).entries()) {
      if (policy === 'A' && JSON.stringify(a.outputs) === JSON.stringify(b.outputs)) continue;
      const result = search(space, [space.rows[first] ?? [], space.rows[first + 1 + offset] ?? []], []);
      if (result.kind === 'none') continue;
      if (result.kind === 'capped' || entangled(space, result.witness))
        problems.push(notJudged('overlap', [a.id, b.id]));
      else problems.push(overlap(policy, a.id, b.id, exampleOf(space, result.witness)));
    }
  }
  return problems;
};

const search = (
  space: Space,
  required: readonly (readonly Constraint[])[],
  forbidden: readonly (readonly Constraint[])[],
) => findWitness({ sizes: space.values.map((values) => values.length), required, forbidden });

/** The example sets quantities that read a common name apart: such inputs may not exist. */
const entangled = (space: Space, witness: Witness): boolean => {
  const used = space.axes.filter((_, index) => witness[index] !== null);
  return used.some((axis, at) => used.slice(at + 1).some((other) => related(axis, other)));
};

const exampleOf = (space: Space, witness: Witness): Record<string, Value> => {
  const example: Record<string, Value> = {};
  for (const [index, axis] of space.axes.entries()) {
    const chosen = witness[index];
    if (typeof chosen === 'number') example[axis.label] = space.values[index]?.[chosen] ?? null;
  }
  return example;
};

const namesOf = (table: DecisionTable, rows: readonly number[]): string[] => rows.map((at) => table.rows[at]?.id ?? '');
