/**
 * A table's result. What few readers ask for is told when somebody does: half the rows of a protocol may be undecided in
 * one assessment, and most assessments of a cohort are only counted. Getters of a class, because one per object would
 * cost more than it saves.
 */
import type { Memory } from '../run/compiled-names.ts';
import type { CompiledRow } from './compiled-row.ts';
import type { Candidate, Outcome } from './hit-policy.ts';
import type { RowTrace, TableResult, Violation } from './table-result.ts';

export class TableAnswer implements TableResult {
  readonly table: string;
  readonly outputs: TableResult['outputs'];
  readonly missing: readonly string[];
  readonly defaulted: boolean;
  readonly violation?: Violation;
  readonly #holding: readonly Candidate[];
  readonly #waiting: readonly Candidate[];
  readonly #rows: readonly CompiledRow[];
  /** What the table ran on; it stays as it was. */
  readonly #memory: Memory;
  #hit: readonly RowTrace[] | null = null;
  #undecided: readonly RowTrace[] | null = null;

  /** `rows`: all of the table, in order. */
  constructor(table: string, outcome: Outcome, rows: readonly CompiledRow[], memory: Memory) {
    this.table = table;
    this.outputs = outcome.outputs;
    this.defaulted = outcome.defaulted;
    if (outcome.violation) this.violation = outcome.violation;
    this.#holding = outcome.hit;
    this.#waiting = outcome.undecided;
    this.#rows = rows;
    this.#memory = memory;
    this.missing = missingIn(outcome.undecided, rows, memory);
  }

  /** Ids of the rows that made the outputs, in the order in which they count. */
  rowsHit(): readonly string[] {
    if (this.#holding.length === 0) return none;
    return this.#holding.map(({ position }) => (this.#rows[position] as CompiledRow).id);
  }

  get hit(): readonly RowTrace[] {
    this.#hit ??= this.#holding.map(({ position }) => (this.#rows[position] as CompiledRow).tracer.hit(this.#memory));
    return this.#hit;
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

const missingIn = (
  undecided: readonly Candidate[],
  rows: readonly CompiledRow[],
  memory: Memory,
): readonly string[] => {
  if (undecided.length === 0) return none;
  const missing: string[] = [];
  for (const { position, unknownCells } of undecided) {
    (rows[position] as CompiledRow).tracer.addMissing(memory, unknownCells, missing);
  }
  return missing;
};

const none: readonly never[] = [];
