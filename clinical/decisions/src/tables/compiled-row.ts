/** A compiled row of a decision table: its cells, its outputs, and the tracer of what it read. */
import type { Constants } from '../check/domain.ts';
import type { Expression } from '../expression.ts';
import { compileCell, compileNode, type RunTests, type Surroundings } from '../run/compile-node.ts';
import type { Memory } from '../run/compiled-names.ts';
import { foldConstants, foldTests } from '../run/fold-constants.ts';
import type { Value } from '../value.ts';
import type { DecisionTable, TableRow } from './decision-table.ts';
import { type RowTracer, rowTracer } from './row-trace.ts';

type Cell = { readonly column: number; readonly test: RunTests };

export type CompiledRow = {
  readonly id: string;
  /** Indices of the row's `for` conditions among those of the table. */
  readonly for: readonly number[];
  /** The cells that have a condition, in the order of the columns. */
  readonly cells: readonly Cell[];
  readonly outputs: (memory: Memory) => readonly (Value | undefined)[];
  readonly tracer: RowTracer;
};

export const compileRow = (
  table: DecisionTable,
  row: TableRow,
  conditions: readonly string[],
  around: Surroundings,
  constants: Constants,
): CompiledRow => ({
  id: row.id,
  for: row.for?.map((name) => conditions.indexOf(name)) ?? [],
  cells: row.tests.flatMap((tests, column) =>
    tests === null || tests.kind === 'any' ? [] : [{ column, test: compileCell(foldTests(tests, constants), around) }],
  ),
  outputs: compileOutputs(
    row.outputs.map((output) => output && foldConstants(output, constants)),
    around,
  ),
  tracer: rowTracer(table, row, around.lookup),
});

/** Whether one of the row's `for` conditions is false. */
export const isSilent = (conditions: readonly number[], silent: readonly boolean[]): boolean => {
  for (const at of conditions) if (silent[at]) return true;
  return false;
};

/** Fast path: most rows give constants, which are computed once. */
const compileOutputs = (outputs: readonly (Expression | null)[], around: Surroundings): CompiledRow['outputs'] => {
  if (outputs.every((output) => output === null || output.kind === 'literal')) {
    const fixed = outputs.map((output) => (output?.kind === 'literal' ? output.value : undefined));
    return () => fixed;
  }
  const runs = outputs.map((output) => (output ? compileNode(output, null, around) : null));
  return (memory) => runs.map((run) => run?.(memory, null));
};

/**
 * Returns false at the first cell that fails; otherwise the positions of the unknown cells, or true when there are
 * none.
 */
export const judge = (
  cells: readonly Cell[],
  values: readonly Value[],
  memory: Memory,
): boolean | readonly number[] => {
  let unknown: number[] | null = null;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell) continue;
    const holds = cell.test(values[cell.column] ?? null, memory, null);
    if (holds === false) return false;
    if (holds === null) {
      unknown ??= [];
      unknown.push(index);
    }
  }
  return unknown ?? true;
};
