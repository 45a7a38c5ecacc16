/** Records what a row read. Names are resolved when the table is compiled; a row that does not count costs nothing. */
import { type Lookup, type Memory, property } from './compiled-names.ts';
import type { DecisionTable, TableRow } from './decision-table.ts';
import { namesIn, namesInTests } from './expression.ts';
import type { RowTrace } from './table-result.ts';
import type { Value } from './value.ts';

export type RowTracer = {
  readonly hit: (memory: Memory) => RowTrace;
  /** `cells` are the positions, among the row's non-blank cells, that came out unknown. */
  readonly undecided: (memory: Memory, cells: readonly number[]) => RowTrace;
};

export const rowTracer = (table: DecisionTable, row: TableRow, lookup: Lookup): RowTracer => {
  const cells = row.tests.flatMap((tests, column) => {
    const input = table.inputs[column];
    if (!input || tests === null || tests.kind === 'any') return [];
    return [{ names: unique([...namesIn(input.expression), ...namesInTests(tests)]), source: input.source }];
  });
  const names = unique(cells.flatMap((cell) => cell.names));
  const tested = readerOf(names, lookup);
  const all = readerOf(unique([...names, ...row.outputs.flatMap((output) => (output ? namesIn(output) : []))]), lookup);
  const { id, source, status } = row;
  return {
    hit: (memory) => {
      const values = all.read(memory);
      return { row: id, values, missing: unknownAmong(all.names, values), source, status };
    },
    undecided: (memory, unknown) => {
      const values = tested.read(memory);
      return { row: id, values, missing: missingFrom(cells, unknown, values), source, status };
    },
  };
};

type Cell = { readonly names: readonly string[]; readonly source: string };

type Reader = { readonly names: readonly string[]; readonly read: (memory: Memory) => Record<string, Value> };

/** The object is copied from a template, so that all traces of a row share one shape. */
const readerOf = (names: readonly string[], lookup: Lookup): Reader => {
  const template: Record<string, Value> = Object.fromEntries(names.map((name) => [name, null]));
  const readings = names.map((name) => readingOf(name, lookup));
  return {
    names,
    read: (memory) => {
      const values = { ...template };
      for (let index = 0; index < names.length; index++) {
        const value = (readings[index] as Reading)(memory);
        if (value !== null) values[names[index] as string] = value;
      }
      return values;
    },
  };
};

type Reading = (memory: Memory) => Value;

const readingOf = (name: string, lookup: Lookup): Reading => {
  const [root = name, key, ...deeper] = name.split('.');
  const whole = lookup(root);
  if (key === undefined) return whole;
  if (deeper.length === 0) return (memory) => property(whole(memory), key);
  const keys = [key, ...deeper];
  return (memory) => keys.reduce<Value>(property, whole(memory));
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

/**
 * What to ask for. When the cell read no unknown name (a known list with an unknown member, a function without an
 * answer), the names it read are all there is to say.
 */
const missingFrom = (
  cells: readonly Cell[],
  unknown: readonly number[],
  values: Readonly<Record<string, Value>>,
): readonly string[] => {
  const missing: string[] = [];
  for (const at of unknown) {
    for (const name of cells[at]?.names ?? nothing) {
      if (values[name] === null && !missing.includes(name)) missing.push(name);
    }
  }
  if (missing.length > 0) return missing;
  return unknown.flatMap((at) => {
    const cell = cells[at];
    return cell === undefined ? [] : cell.names.length > 0 ? cell.names : [cell.source];
  });
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];
