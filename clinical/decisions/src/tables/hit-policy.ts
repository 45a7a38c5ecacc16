/** Combines the rows that hold to the table's outputs, for each hit policy (DMN 1.5 §8.2.10). */

import { same } from '../run/comparison.ts';
import { compileNode, type Surroundings } from '../run/compile-node.ts';
import type { Memory } from '../run/compiled-names.ts';
import { listFunctions } from '../run/functions/list-functions.ts';
import type { Value } from '../value.ts';
import type { DecisionTable, HitPolicy, TableOutput } from './decision-table.ts';
import type { Violation } from './table-result.ts';

/** A row that holds or may hold. */
export type Candidate = {
  readonly position: number;
  /**
   * `undefined` for a blank cell. For undecided rows, outputs are known only where the policy compares them (`P`, `A`).
   */
  readonly outputs: readonly (Value | undefined)[];
  readonly unknownCells: readonly number[];
};

export type Outcome = {
  readonly outputs: Readonly<Record<string, Value>>;
  readonly hit: readonly Candidate[];
  readonly undecided: readonly Candidate[];
  readonly defaulted: boolean;
  readonly violation?: Violation;
};

type Settle = (memory: Memory, hit: readonly Candidate[], undecided: readonly Candidate[]) => Outcome;

export const settleBy = (table: DecisionTable, around: Surroundings): Settle => {
  const single = singleHit[table.hitPolicy];
  const collect = collecting[table.hitPolicy];
  const defaults = table.outputs.map((output) => (output.default ? compileNode(output.default, null, around) : null));
  const hasDefault = defaults.some((run) => run !== null);
  const names = table.outputs.map(({ name }) => name);
  // Filled key by key: to copy one template for each table costs five times as much, as engines do not optimise a copy
  // that meets many shapes of objects.
  const named = (value: (index: number) => Value): Record<string, Value> => {
    const outputs: Record<string, Value> = {};
    for (let index = 0; index < names.length; index++) outputs[names[index] as string] = value(index);
    return outputs;
  };
  const nothing = named(() => null);
  return (memory, hit, undecided) => {
    if (hit.length === 0 && undecided.length === 0 && hasDefault) {
      const value = (index: number): Value => defaults[index]?.(memory, null) ?? null;
      const fallback = (index: number): Value =>
        collect?.lists ? (defaults[index] ? [value(index)] : []) : value(index);
      return { outputs: named(fallback), hit, undecided, defaulted: true };
    }
    if (collect) {
      const ordered = table.hitPolicy === 'O' ? byPriority(hit, table.outputs) : hit;
      const outputs = named((index) => collect.join(cellsAt(ordered, index), undecided.length));
      return { outputs, hit: ordered, undecided, defaulted: false };
    }
    if (hit.length === 0) return { outputs: nothing, hit, undecided, defaulted: false };
    const chosen = single?.(table, hit, undecided) ?? { hit, undecided };
    if (chosen.violation) return { outputs: nothing, defaulted: false, ...chosen };
    const [counts] = chosen.hit;
    const outputs = named((index) => counts?.outputs[index] ?? null);
    return { outputs, hit: chosen.hit, undecided: chosen.undecided, defaulted: false };
  };
};

type Choice = Pick<Outcome, 'hit' | 'undecided' | 'violation'>;
type Choose = (table: DecisionTable, hit: readonly Candidate[], undecided: readonly Candidate[]) => Choice;

const unique: Choose = (table, hit, undecided) =>
  hit.length < 2 ? { hit, undecided } : { hit, undecided, violation: contradiction('severalRowsHold', table, hit) };

const any: Choose = (table, hit, undecided) => {
  const [first] = hit;
  const agrees = (row: Candidate): boolean =>
    row.outputs.every((cell, i) => same(cell ?? null, first?.outputs[i] ?? null));
  if (!hit.every(agrees)) return { hit, undecided, violation: contradiction('outputsDiffer', table, hit) };
  return { hit, undecided: undecided.filter((row) => !agrees(row)) };
};

/** Only undecided rows that would outrank the best one can still change the result. */
const priority: Choose = (table, hit, undecided) => {
  const [best] = byPriority(hit, table.outputs);
  if (!best) return { hit, undecided };
  return { hit: [best], undecided: undecided.filter((row) => compareRank(row, best, table.outputs) < 0) };
};

/** Running stops at the first row that holds, so every undecided row comes before it. */
const first: Choose = (_, hit, undecided) => ({ hit: hit.slice(0, 1), undecided });

const singleHit: Partial<Record<HitPolicy, Choose>> = { U: unique, A: any, P: priority, F: first };

const contradiction = (kind: Violation['kind'], table: DecisionTable, hit: readonly Candidate[]): Violation => ({
  kind,
  rows: hit.map(({ position }) => table.rows[position]?.id ?? ''),
});

type Collect = {
  readonly join: (cells: readonly Value[], undecided: number) => Value;
  /** Whether each output is a list; a default is then a list of one. */
  readonly lists: boolean;
};

const listed: Collect = { join: (cells) => cells, lists: true };

const aggregate = (name: 'sum' | 'min' | 'max', ofNothing: Value): Collect => ({
  join: (cells, undecided) =>
    undecided > 0 ? null : cells.length === 0 ? ofNothing : (listFunctions[name]?.call(cells) ?? null),
  lists: false,
});

/** The sum of no values is 0; the minimum or maximum of no values is unknown. */
const collecting: Partial<Record<HitPolicy, Collect>> = {
  R: listed,
  O: listed,
  C: listed,
  'C+': aggregate('sum', 0),
  'C<': aggregate('min', null),
  'C>': aggregate('max', null),
  'C#': { join: (cells, undecided) => (undecided > 0 ? null : cells.length), lists: false },
};

const cellsAt = (rows: readonly Candidate[], index: number): Value[] => {
  const cells: Value[] = [];
  for (const row of rows) {
    const cell = row.outputs[index];
    if (cell !== undefined) cells.push(cell);
  }
  return cells;
};

const byPriority = (rows: readonly Candidate[], outputs: readonly TableOutput[]): readonly Candidate[] =>
  rows.length < 2 ? rows : [...rows].sort((a, b) => compareRank(a, b, outputs) || a.position - b.position);

type Ranked = Pick<Candidate, 'outputs'>;

/** Compares by the first output whose values rank differently; a value outside the output's list ranks last. */
export const compareRank = (a: Ranked, b: Ranked, outputs: readonly TableOutput[]): number => {
  for (let index = 0; index < outputs.length; index++) {
    const values = outputs[index]?.values;
    if (!values) continue;
    const difference = rankOf(a.outputs[index], values) - rankOf(b.outputs[index], values);
    if (difference !== 0) return difference;
  }
  return 0;
};

const rankOf = (value: Value | undefined, values: readonly string[]): number => {
  const rank = typeof value === 'string' ? values.indexOf(value) : -1;
  return rank < 0 ? values.length : rank;
};
