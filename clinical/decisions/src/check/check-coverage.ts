/**
 * Finds gaps, overlaps and unreachable rows, for the hit policies to which they matter (DMN 1.5 §8.2.10). Constants
 * must be folded already.
 */

import type { Expression } from '../expression.ts';
import type { DecisionTable, TableRow } from '../tables/decision-table.ts';
import { compareRank } from '../tables/hit-policy.ts';
import type { Value } from '../value.ts';
import { gap, notJudged, overlap, unreachable } from './coverage-problems.ts';
import { divide, entangled, exampleOf, type Space, search } from './coverage-space.ts';
import type { Domains } from './domain.ts';
import { type Constraint, isOut, type Witness } from './find-witness.ts';
import type { TableProblem } from './table-problem.ts';

/** Limit of gaps reported per table: more of them are usually one mistake repeated. */
const MOST_REPORTED = 5;

export const checkCoverage = (table: DecisionTable, domains: Domains): TableProblem[] => {
  const space = divide(table, domains);
  return [...checkRows(table, space), ...checkGaps(table, space), ...checkOverlaps(table, space)];
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

/** The rows that take precedence over this one whenever they hold. */
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

/** A minimal subset of `hiding` that still hides the row, found by removing rows one after the other. */
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

/** Pseudo-rows that hold for this gap and for its neighbours along each axis, so that one gap is reported only once. */
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

const namesOf = (table: DecisionTable, rows: readonly number[]): string[] => rows.map((at) => table.rows[at]?.id ?? '');
