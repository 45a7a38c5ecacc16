/**
 * Runs a decision table in three-valued logic. A row holds when all its cells hold, fails when one fails, and is
 * undecided otherwise (Kleene): an unknown never makes a row hold or fail, and never cancels another row that holds. A
 * row with `for` is skipped when that condition is certainly false.
 */

import type { Constants } from '../check/domain.ts';
import { compileNode, type Surroundings } from '../run/compile-node.ts';
import { byName, type Lookup, type Memory, type Run } from '../run/compiled-names.ts';
import { foldConstants } from '../run/fold-constants.ts';
import type { HostFunctions } from '../run/host-functions.ts';
import type { Scope, Value } from '../value.ts';
import { type CompiledRow, compileRow, isSilent, judge } from './compiled-row.ts';
import type { DecisionTable } from './decision-table.ts';
import { type Candidate, type Outcome, settleBy } from './hit-policy.ts';
import type { RowTrace, TableResult, Violation } from './table-result.ts';

export type { RowTrace, TableResult, Violation } from './table-result.ts';

/**
 * Compiles a table; the returned function is pure and is called for every assessment.
 *
 * `constants` (the parameters, `{ p: { waz_cut: -2 } }`) are inserted into the tests, which makes them faster. The
 * scope must hold the same values, because traces read them there.
 */
export const compileTable = (
  table: DecisionTable,
  functions: HostFunctions = {},
  constants: Constants = {},
): ((scope: Scope) => Answer) => compileTableOn(byName, table, functions, constants);

/** The same for a memory that `lookup` reads; graphs run their tables so. */
export const compileTableOn = (
  lookup: Lookup,
  table: DecisionTable,
  functions: HostFunctions = {},
  constants: Constants = {},
): ((memory: Memory) => Answer) => {
  const around: Surroundings = { functions, lookup };
  const inputs = table.inputs.map((input) => compileNode(foldConstants(input.expression, constants), null, around));
  const conditions = [...new Set(table.rows.flatMap((row) => row.for ?? []))];
  const asked = conditions.map((name) => compileNode({ kind: 'name', name }, null, around));
  const rows = table.rows.map((row) => compileRow(table, row, conditions, around, constants));
  const settle = settleBy(table, around);
  const stopsAtFirst = table.hitPolicy === 'F';
  const ranksUndecided = table.hitPolicy === 'P' || table.hitPolicy === 'A';
  // Scratch arrays, overwritten by every run and never returned, so the function stays pure to its callers.
  const values: Value[] = inputs.map(() => null);
  const silent: boolean[] = asked.map(() => false);
  return (memory) => {
    for (let at = 0; at < asked.length; at++) silent[at] = (asked[at] as Run)(memory, null) === false;
    for (let column = 0; column < inputs.length; column++) values[column] = (inputs[column] as Run)(memory, null);
    const hit: Candidate[] = [];
    const undecided: Candidate[] = [];
    for (let position = 0; position < rows.length; position++) {
      const row = rows[position];
      if (!row || isSilent(row.for, silent)) continue;
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
    return new Answer(table.id, outcome, missing, rows, memory);
  };
};

/**
 * A table's result. The traces of rows are made lazily: most tables of an assessment are only counted or read by other
 * tables. The getters are on the class, because one per object would cost more than it saves.
 */
class Answer implements TableResult {
  readonly table: string;
  readonly outputs: TableResult['outputs'];
  readonly missing: readonly string[];
  readonly defaulted: boolean;
  readonly violation?: Violation;
  readonly #outcome: Outcome;
  readonly #rows: readonly CompiledRow[];
  /** The memory that the table ran on; nobody changes afterwards what its rows read. */
  readonly #memory: Memory;
  #hit: readonly RowTrace[] | null = null;
  #undecided: readonly RowTrace[] | null = null;

  constructor(
    table: string,
    outcome: Outcome,
    missing: readonly string[],
    rows: readonly CompiledRow[],
    memory: Memory,
  ) {
    this.table = table;
    this.outputs = outcome.outputs;
    this.missing = missing;
    this.defaulted = outcome.defaulted;
    if (outcome.violation) this.violation = outcome.violation;
    this.#outcome = outcome;
    this.#rows = rows;
    this.#memory = memory;
  }

  /** The ids of the rows that produced the outputs. */
  get rows(): readonly string[] {
    const { hit } = this.#outcome;
    return hit.length === 0 ? none : hit.map(({ position }) => this.#row(position).id);
  }

  get hit(): readonly RowTrace[] {
    this.#hit ??= this.#outcome.hit.map(({ position }) => this.#row(position).tracer.hit(this.#memory));
    return this.#hit;
  }

  get undecided(): readonly RowTrace[] {
    this.#undecided ??= this.#outcome.undecided.map(({ position, unknownCells }) =>
      this.#row(position).tracer.undecided(this.#memory, unknownCells),
    );
    return this.#undecided;
  }

  #row(position: number): CompiledRow {
    return this.#rows[position] as CompiledRow;
  }

  /** The result as plain records, as it is stored. */
  toJSON(): TableResult {
    const { table, outputs, hit, undecided, missing, defaulted, violation } = this;
    const told = { table, outputs, hit, undecided, missing, defaulted };
    return violation === undefined ? told : { ...told, violation };
  }
}

const none: readonly never[] = [];
