/**
 * A column of a table, asked once for all rows: which rows its value rules out, and which it leaves open. Rows that ask
 * the same share the answer, and what a code or a yes says of a column of fixed cells is worked out once for all
 * assessments.
 */
import { namesInTests, type UnaryTests } from '../expression.ts';
import type { RunTests } from '../run/compile-node.ts';
import type { Memory, Run } from '../run/compiled-names.ts';
import type { Value } from '../value.ts';
import { addRows, noRows, type RowSet, rowSet } from './row-set.ts';

/** What a value says of the rows: these fail, these cannot be decided by it. The others hold as far as it goes. */
export type ColumnVerdict = { readonly fails: RowSet; readonly open: RowSet };

/** One question of the column, and the rows that ask it. */
type Question = { readonly test: RunTests; readonly rows: RowSet };

/** A text that somebody typed may be anything: so many values are remembered, then they are forgotten together. */
const remembered = 64;

export class TableColumn {
  readonly #read: Run;
  readonly #questions: readonly Question[];
  /** No cell reads anything but the column's own value. */
  readonly #fixed: boolean;
  readonly #known = new Map<Value, ColumnVerdict>();
  /** For values that are not remembered; filled anew at every call. */
  readonly #passing: ColumnVerdict;
  readonly #rowCount: number;

  /** `cells`: one for each row, constants folded; null asks nothing. */
  constructor(read: Run, cells: readonly (UnaryTests | null)[], compile: (cell: UnaryTests) => RunTests) {
    const asked = new Map<string, { readonly cell: UnaryTests; readonly rows: number[] }>();
    for (const [row, cell] of cells.entries()) {
      if (cell === null || cell.kind === 'any') continue;
      const key = JSON.stringify(cell);
      const same = asked.get(key);
      if (same === undefined) asked.set(key, { cell, rows: [row] });
      else same.rows.push(row);
    }
    this.#read = read;
    this.#rowCount = cells.length;
    this.#questions = [...asked.values()].map(({ cell, rows }) => ({
      test: compile(cell),
      rows: rowSet(cells.length, rows),
    }));
    this.#fixed = [...asked.values()].every(({ cell }) => namesInTests(cell).length === 0);
    this.#passing = this.#blank();
  }

  /** Whether a row asks anything: a column without cells says nothing. */
  get asks(): boolean {
    return this.#questions.length > 0;
  }

  /** What today's value says. To be read before the next call. */
  verdict(memory: Memory): ColumnVerdict {
    const value = this.#read(memory, null);
    if (!this.#fixed || typeof value === 'number' || (typeof value === 'object' && value !== null)) {
      noRows(this.#passing.fails);
      noRows(this.#passing.open);
      return this.#judge(value, memory, this.#passing);
    }
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    if (this.#known.size >= remembered) this.#known.clear();
    const made = this.#judge(value, memory, this.#blank());
    this.#known.set(value, made);
    return made;
  }

  #judge(value: Value, memory: Memory, verdict: ColumnVerdict): ColumnVerdict {
    for (const { test, rows } of this.#questions) {
      const holds = test(value, memory, null);
      if (holds === false) addRows(verdict.fails, rows);
      else if (holds === null) addRows(verdict.open, rows);
    }
    return verdict;
  }

  #blank(): ColumnVerdict {
    return { fails: rowSet(this.#rowCount, []), open: rowSet(this.#rowCount, []) };
  }
}
