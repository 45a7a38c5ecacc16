/** Records what a row read. Names are resolved when the table is compiled; a row that does not count costs nothing. */
import { property } from './compiled-names.ts';
import type { DecisionTable, TableRow } from './decision-table.ts';
import { namesIn, namesInTests } from './expression.ts';
import type { RowTrace } from './table-result.ts';
import type { Scope, Value } from './value.ts';

export type RowTracer = {
  readonly hit: (scope: Scope) => RowTrace;
  /** `cells` are the positions, among the row's non-blank cells, that came out unknown. */
  readonly undecided: (scope: Scope, cells: readonly number[]) => RowTrace;
};

export const rowTracer = (table: DecisionTable, row: TableRow): RowTracer => {
  const cells = row.tests.flatMap((tests, column) => {
    const input = table.inputs[column];
    if (!input || tests === null || tests.kind === 'any') return [];
    return [{ names: unique([...namesIn(input.expression), ...namesInTests(tests)]), source: input.source }];
  });
  const tested = unique(cells.flatMap((cell) => cell.names)).map(reading);
  const given = row.outputs.flatMap((output) => (output ? namesIn(output) : []));
  const all = unique([...tested.map(({ name }) => name), ...given]).map(reading);
  const { id, source, status } = row;
  return {
    hit: (scope) => {
      const values = read(all, scope);
      return { row: id, values, missing: unknownAmong(all, values), source, status };
    },
    undecided: (scope, unknown) => {
      const values = read(tested, scope);
      const missing: string[] = [];
      for (const cell of unknown) {
        for (const name of cells[cell]?.names ?? []) {
          if (values[name] === null && !missing.includes(name)) missing.push(name);
        }
      }
      // A known list with an unknown member, or a function without an answer: the cell's names are all there is.
      if (missing.length === 0) missing.push(...unknown.flatMap((cell) => namesOrSource(cells[cell])));
      return { row: id, values, missing, source, status };
    },
  };
};

type Reading = { readonly name: string; readonly get: (scope: Scope) => Value };

const reading = (name: string): Reading => {
  const [root = name, ...keys] = name.split('.');
  if (keys.length === 0) return { name, get: (scope) => scope[name] ?? null };
  return { name, get: (scope) => keys.reduce<Value>((value, key) => property(value, key), scope[root] ?? null) };
};

const read = (readings: readonly Reading[], scope: Scope): Record<string, Value> => {
  const values: Record<string, Value> = {};
  for (const { name, get } of readings) values[name] = get(scope);
  return values;
};

const nothing: readonly string[] = [];

const unknownAmong = (readings: readonly Reading[], values: Readonly<Record<string, Value>>): readonly string[] => {
  let missing: string[] | null = null;
  for (const { name } of readings) {
    if (values[name] !== null) continue;
    missing ??= [];
    missing.push(name);
  }
  return missing ?? nothing;
};

const namesOrSource = (cell: { names: readonly string[]; source: string } | undefined): readonly string[] =>
  cell === undefined ? [] : cell.names.length > 0 ? cell.names : [cell.source];

const unique = (names: readonly string[]): string[] => [...new Set(names)];
