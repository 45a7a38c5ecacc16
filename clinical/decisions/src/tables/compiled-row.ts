/** A row of a decision table, ready to run: where it asks, what it gives, and how it tells what it read. */
import type { Constants } from '../check/domain.ts';
import type { Expression } from '../expression.ts';
import { compileNode, type Surroundings } from '../run/compile-node.ts';
import type { Memory } from '../run/compiled-names.ts';
import { foldConstants } from '../run/fold-constants.ts';
import type { Value } from '../value.ts';
import type { DecisionTable, TableRow } from './decision-table.ts';
import { type RowTracer, rowTracer } from './row-trace.ts';

export type CompiledRow = {
  readonly id: string;
  /** Of its cells that ask something, in order. */
  readonly columns: readonly number[];
  readonly outputs: (memory: Memory) => readonly (Value | undefined)[];
  readonly tracer: RowTracer;
};

export const compileRow = (
  table: DecisionTable,
  row: TableRow,
  around: Surroundings,
  constants: Constants,
): CompiledRow => ({
  id: row.id,
  columns: row.tests.flatMap((tests, column) => (tests === null || tests.kind === 'any' ? [] : [column])),
  outputs: compileOutputs(
    row.outputs.map((output) => output && foldConstants(output, constants)),
    around,
  ),
  tracer: rowTracer(table, row, around.lookup),
});

/** Most rows give codes: what is fixed is made once. */
const compileOutputs = (outputs: readonly (Expression | null)[], around: Surroundings): CompiledRow['outputs'] => {
  if (outputs.every((output) => output === null || output.kind === 'literal')) {
    const fixed = outputs.map((output) => (output?.kind === 'literal' ? output.value : undefined));
    return () => fixed;
  }
  const runs = outputs.map((output) => (output ? compileNode(output, null, around) : null));
  return (memory) => runs.map((run) => run?.(memory, null));
};
