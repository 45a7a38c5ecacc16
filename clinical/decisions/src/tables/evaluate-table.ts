/**
 * Runs a decision table over three values. A row holds when all its cells do, fails when one fails, and is undecided
 * otherwise (Kleene): an unknown never makes a row hold, never makes it fail, and never cancels another row that holds.
 */

import type { Constants } from '../check/domain.ts';
import type { Expression } from '../expression.ts';
import { compileCell, compileNode, type RunTests, type Surroundings } from '../run/compile-node.ts';
import { byName, type Lookup, type Memory, type Run } from '../run/compiled-names.ts';
import { foldConstants, foldTests } from '../run/fold-constants.ts';
import type { HostFunctions } from '../run/host-functions.ts';
import type { Scope, Value } from '../value.ts';
import type { DecisionTable, TableRow } from './decision-table.ts';
import { type Candidate, type Outcome, settleBy } from './hit-policy.ts';
import { type RowTracer, rowTracer } from './row-trace.ts';
import type { RowTrace, TableResult, Violation } from './table-result.ts';

export type { RowTrace, TableResult, Violation } from './table-result.ts';

/**
 * Compile once; the function returned is pure and is called for every assessment.
 *
 * `constants` (the parameters, `{ p: { waz_cut: -2 } }`) are put into the tests, which makes them faster. The scope must
 * hold the same values: traces read them there.
 */
export const compileTable = (
  table: DecisionTable,
  functions: HostFunctions = {},
  constants: Constants = {},
): ((scope: Scope) => TableResult) => compileTableOn(byName, table, functions, constants);

/** The same, for a memory that `lookup` reads: how a graph runs its tables. */
export const compileTableOn = (
  lookup: Lookup,
  table: DecisionTable,
  functions: HostFunctions = {},
  constants: Constants = {},
): ((memory: Memory) => TableResult) => {
  const around: Surroundings = { functions, lookup };
  const inputs = table.inputs.map((input) => compileNode(foldConstants(input.expression, constants), null, around));
  const rows = table.rows.map((row) => compileRow(table, row, around, constants));
  const settle = settleBy(table, around);
  const stopsAtFirst = table.hitPolicy === 'F';
  const ranksUndecided = table.hitPolicy === 'P' || table.hitPolicy === 'A';
  // Filled anew by every run and kept by nobody: the function stays pure to its callers.
  const values: Value[] = inputs.map(() => null);
  return (memory) => {
    for (let column = 0; column < inputs.length; column++) values[column] = (inputs[column] as Run)(memory, null);
    const hit: Candidate[] = [];
    const undecided: Candidate[] = [];
    for (let position = 0; position < rows.length; position++) {
      const row = rows[position];
      if (!row) continue;
      const verdict = judge(row.cells, values, memory);
      if (verdict === false) continue;
      if (verdict === true) {
        hit.push({ position, outputs: row.outputs(memory), unknownCells: none });
        if (stopsAtFirst) break;
      } else {
        undecided.push({ position, outputs: ranksUndecided ? row.outputs(memory) : none, unknownCells: verdict });
      }
    }
    const outcome = settle(memory, hit, undecided);
    const missing: string[] = [];
    for (const { position, unknownCells } of outcome.undecided) {
      (rows[position] as CompiledRow).tracer.addMissing(memory, unknownCells, missing);
    }
    const hits = outcome.hit.map(({ position }) => (rows[position] as CompiledRow).tracer.hit(memory));
    return new Answer(table.id, outcome, hits, missing, rows, memory);
  };
};

/**
 * A table's result. The undecided rows are told when somebody asks: half the rows of a protocol may be undecided in one
 * assessment, and few of them are ever read. A getter of the class, because one per object would cost more than it saves.
 */
class Answer implements TableResult {
  readonly table: string;
  readonly outputs: TableResult['outputs'];
  readonly hit: readonly RowTrace[];
  readonly missing: readonly string[];
  readonly defaulted: boolean;
  readonly violation?: Violation;
  readonly #waiting: readonly Candidate[];
  readonly #rows: readonly CompiledRow[];
  /** What the table ran on; it stays as it was. */
  readonly #memory: Memory;
  #undecided: readonly RowTrace[] | null = null;

  constructor(
    table: string,
    outcome: Outcome,
    hit: readonly RowTrace[],
    missing: readonly string[],
    rows: readonly CompiledRow[],
    memory: Memory,
  ) {
    this.table = table;
    this.outputs = outcome.outputs;
    this.hit = hit;
    this.missing = missing;
    this.defaulted = outcome.defaulted;
    if (outcome.violation) this.violation = outcome.violation;
    this.#waiting = outcome.undecided;
    this.#rows = rows;
    this.#memory = memory;
  }

  get undecided(): readonly RowTrace[] {
    this.#undecided ??= this.#waiting.map(({ position, unknownCells }) =>
      (this.#rows[position] as CompiledRow).tracer.undecided(this.#memory, unknownCells),
    );
    return this.#undecided;
  }

  /** As plain records: what is stored. */
  toJSON(): TableResult {
    const { table, outputs, hit, undecided, missing, defaulted, violation } = this;
    const told = { table, outputs, hit, undecided, missing, defaulted };
    return violation === undefined ? told : { ...told, violation };
  }
}

const none: readonly never[] = [];

type Cell = { readonly column: number; readonly test: RunTests };

type CompiledRow = {
  /** The cells that ask something, in column order. */
  readonly cells: readonly Cell[];
  readonly outputs: (memory: Memory) => readonly (Value | undefined)[];
  readonly tracer: RowTracer;
};

const compileRow = (table: DecisionTable, row: TableRow, around: Surroundings, constants: Constants): CompiledRow => ({
  cells: row.tests.flatMap((tests, column) =>
    tests === null || tests.kind === 'any' ? [] : [{ column, test: compileCell(foldTests(tests, constants), around) }],
  ),
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

/** False at the first cell that fails; else the positions of the unknown cells, or true when there are none. */
const judge = (cells: readonly Cell[], values: readonly Value[], memory: Memory): boolean | readonly number[] => {
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
