/** Records the values that a row read. Names are resolved when the table is compiled; rows that fail cost nothing. */

import { namesIn, namesInTests } from '../expression.ts';
import { type Lookup, type Memory, propertyOf } from '../run/compiled-names.ts';
import type { Value } from '../value.ts';
import type { DecisionTable, TableRow } from './decision-table.ts';
import type { RowTrace } from './table-result.ts';

export type RowTracer = {
  readonly hit: (memory: Memory) => RowTrace;
  /** `cells`: positions, among the row's non-blank cells, of those that were unknown. */
  readonly undecided: (memory: Memory, cells: readonly number[]) => RowTrace;
  /**
   * Adds the names that an undecided row waits for to `missing`, each once. Decisions read the result, so it must be
   * cheap.
   */
  readonly addMissing: (memory: Memory, cells: readonly number[], missing: string[]) => void;
};

export const rowTracer = (table: DecisionTable, row: TableRow, lookup: Lookup): RowTracer => {
  const cells = row.tests.flatMap((tests, column): Cell[] => {
    const input = table.inputs[column];
    if (!input || tests === null || tests.kind === 'any') return [];
    const names = unique([...namesIn(input.expression), ...namesInTests(tests)]);
    return [{ names, readings: names.map((name) => readingOf(name, lookup)), source: input.source }];
  });
  const names = unique(cells.flatMap((cell) => cell.names));
  const tested = readerOf(names, lookup);
  const all = readerOf(unique([...names, ...row.outputs.flatMap((output) => (output ? namesIn(output) : []))]), lookup);
  const { id, source, status } = row;
  const addMissing: RowTracer['addMissing'] = (memory, unknown, missing) => {
    let found = false;
    for (const at of unknown) found = addUnknown(cells[at], memory, missing) || found;
    if (!found) for (const at of unknown) addAll(cells[at], missing);
  };
  return {
    hit: (memory) => {
      const values = all.read(memory);
      return { row: id, values, missing: unknownAmong(all.names, values), source, status };
    },
    undecided: (memory, unknown) => {
      const missing: string[] = [];
      addMissing(memory, unknown, missing);
      return { row: id, values: tested.read(memory), missing, source, status };
    },
    addMissing,
  };
};

type Cell = { readonly names: readonly string[]; readonly readings: readonly Reading[]; readonly source: string };

/** Adds the unknown names that a cell reads; returns whether there were any. */
const addUnknown = (cell: Cell | undefined, memory: Memory, missing: string[]): boolean => {
  let found = false;
  for (let index = 0; cell !== undefined && index < cell.names.length; index++) {
    if ((cell.readings[index] as Reading)(memory) !== null) continue;
    found = true;
    const name = cell.names[index] as string;
    if (!missing.includes(name)) missing.push(name);
  }
  return found;
};

/**
 * When no cell read an unknown name (a known list with an unknown item, a function without a result), all names that
 * the cells read are added, because nothing more specific is known.
 */
const addAll = (cell: Cell | undefined, missing: string[]): void => {
  if (cell === undefined) return;
  for (const name of cell.names.length > 0 ? cell.names : [cell.source]) {
    if (!missing.includes(name)) missing.push(name);
  }
};

type Reader = { readonly names: readonly string[]; readonly read: (memory: Memory) => Record<string, Value> };

const readerOf = (names: readonly string[], lookup: Lookup): Reader => {
  const readings = names.map((name) => readingOf(name, lookup));
  return {
    names,
    read: (memory) => {
      const values: Record<string, Value> = {};
      for (let index = 0; index < names.length; index++) {
        values[names[index] as string] = (readings[index] as Reading)(memory);
      }
      return values;
    },
  };
};

type Reading = (memory: Memory) => Value;

const readingOf = (name: string, lookup: Lookup): Reading => {
  const [root = name, ...keys] = name.split('.');
  return keys.reduce<Reading>((whole, key) => {
    const read = propertyOf(key);
    return (memory) => read(whole(memory));
  }, lookup(root));
};

const nothing: readonly string[] = [];

const unknownAmong = (names: readonly string[], values: Readonly<Record<string, Value>>): readonly string[] => {
  let missing: string[] | null = null;
  for (const name of names) {
    if (values[name] !== null) continue;
    missing ??= [];
    missing.push(name);
  }
  return missing ?? nothing;
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];
