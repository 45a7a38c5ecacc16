/**
 * Runs a decision table over three values. A row holds when all its cells do, fails when one fails, and is undecided
 * otherwise (Kleene): an unknown never makes a row hold, never makes it fail, and never cancels another row that holds.
 * A row that is for somebody (`for`) is passed over where that is surely not so.
 */

import type { Constants } from '../check/domain.ts';
import type { UnaryTests } from '../expression.ts';
import { compileCell, compileNode, type Surroundings } from '../run/compile-node.ts';
import { byName, type Lookup, type Memory } from '../run/compiled-names.ts';
import { foldConstants, foldTests } from '../run/fold-constants.ts';
import type { HostFunctions } from '../run/host-functions.ts';
import type { Scope } from '../value.ts';
import { type CompiledRow, compileRow } from './compiled-row.ts';
import type { DecisionTable } from './decision-table.ts';
import { type Candidate, settleBy } from './hit-policy.ts';
import { addRows, hasRow, noRows, rowSet } from './row-set.ts';
import { TableAnswer } from './table-answer.ts';
import { type ColumnVerdict, TableColumn } from './table-column.ts';
import type { TableResult } from './table-result.ts';

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
): ((memory: Memory) => TableAnswer) => {
  const around: Surroundings = { functions, lookup };
  const columns = table.inputs.map((input, column) => {
    const read = compileNode(foldConstants(input.expression, constants), null, around);
    const cells = table.rows.map(({ tests }) => foldedCell(tests[column], constants));
    return new TableColumn(read, cells, (cell) => compileCell(cell, around));
  });
  const audiences = [...new Set(table.rows.flatMap((row) => row.for ?? []))].map((name) => ({
    read: compileNode({ kind: 'name', name }, null, around),
    rows: rowSet(
      table.rows.length,
      table.rows.flatMap((row, position) => (row.for?.includes(name) ? [position] : [])),
    ),
  }));
  const rows = table.rows.map((row) => compileRow(table, row, around, constants));
  const settle = settleBy(table, around);
  const stopsAtFirst = table.hitPolicy === 'F';
  const ranksUndecided = table.hitPolicy === 'P' || table.hitPolicy === 'A';
  const asking = columns.filter(({ asks }) => asks);
  const askingAt = columns.map((column) => asking.indexOf(column));
  // Filled anew by every run and kept by nobody: the function stays pure to its callers.
  const verdicts: ColumnVerdict[] = [];
  const failed = rowSet(table.rows.length, []);
  const open = rowSet(table.rows.length, []);
  const last = failed.length - 1;
  /** The bits of the last word that are no rows. */
  const beyond = table.rows.length % 32 === 0 ? 0 : -1 << (table.rows.length % 32);
  return (memory) => {
    noRows(failed);
    noRows(open);
    failed[last] = beyond;
    for (const { read, rows: meant } of audiences) if (read(memory, null) === false) addRows(failed, meant);
    for (let at = 0; at < asking.length; at++) {
      const verdict = (asking[at] as TableColumn).verdict(memory);
      verdicts[at] = verdict;
      addRows(failed, verdict.fails);
      addRows(open, verdict.open);
    }
    const hit: Candidate[] = [];
    const undecided: Candidate[] = [];
    scan: for (let word = 0; word <= last; word++) {
      for (let left = ~(failed[word] as number); left !== 0; left &= left - 1) {
        const position = word * 32 + 31 - Math.clz32(left & -left);
        const row = rows[position] as CompiledRow;
        if (!hasRow(open, position)) {
          hit.push({ position, outputs: row.outputs(memory), unknownCells: none });
          if (stopsAtFirst) break scan;
        } else {
          const unknownCells = unknownAmong(row.columns, position, verdicts, askingAt);
          undecided.push({ position, outputs: ranksUndecided ? row.outputs(memory) : none, unknownCells });
        }
      }
    }
    return new TableAnswer(table.id, settle(memory, hit, undecided), rows, memory);
  };
};

const foldedCell = (cell: UnaryTests | null | undefined, constants: Constants): UnaryTests | null =>
  cell == null ? null : foldTests(cell, constants);

/** Places, among the cells of a row that ask something, of those that are unknown. */
const unknownAmong = (
  columns: readonly number[],
  position: number,
  verdicts: readonly ColumnVerdict[],
  askingAt: readonly number[],
): readonly number[] => {
  const unknown: number[] = [];
  for (let cell = 0; cell < columns.length; cell++) {
    const verdict = verdicts[askingAt[columns[cell] as number] as number];
    if (verdict !== undefined && hasRow(verdict.open, position)) unknown.push(cell);
  }
  return unknown;
};

const none: readonly never[] = [];
