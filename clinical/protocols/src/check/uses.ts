/** Collects every expression of a protocol with its cell, so that a check can report the place. */
import type { Expression, UnaryTests } from '@denba/decisions/expression';
import type { FormItem } from '@denba/questionnaires/form';
import { itemExpressions } from '@denba/questionnaires/item-expressions';
import { contactExpressions } from '@denba/schedules/contact-expressions';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { ValueType } from '../compile/value-type.ts';
import { formGivens } from '../form-givens.ts';
import type { Place } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import { cell, cellPlace, type Row } from '../read/sheet.ts';

/** The declared result of the cell, when it has one. */
export type Expected = { readonly type: ValueType; readonly unit: string | null; readonly values: readonly string[] };

export type Use = {
  readonly place: Place;
  readonly part: 'derived' | 'when' | 'then' | 'form' | 'schedule';
  readonly expression: Expression;
  readonly expected: Expected | null;
  /** Names that are known only in this place: those of the form itself, `value`, `choice`. */
  readonly locals: ReadonlySet<string>;
};

export type CellUse = { readonly place: Place; readonly column: Expression; readonly tests: UnaryTests };

export type Uses = { readonly expressions: readonly Use[]; readonly cells: readonly CellUse[] };

const none: ReadonlySet<string> = new Set();

export const collectUses = (source: ProtocolSource, compiled: CompiledProtocol): Uses => {
  const expressions: Use[] = [];
  const cells: CellUse[] = [];
  for (const derived of compiled.derived) {
    const place = placeOf(source, 'derived.csv', 'name', derived.name, 'expression');
    expressions.push({ place, part: 'derived', expression: derived.expression, expected: derived, locals: none });
  }
  collectFromTables(source, compiled, expressions, cells);
  for (const form of compiled.forms) {
    const locals = new Set(['value', 'choice', 'position', ...formGivens, ...localNames(form.items)]);
    collectFromItems(source, `forms/${form.id}.csv`, form.items, locals, expressions);
  }
  for (const contact of compiled.schedule) {
    for (const [column, expression] of contactExpressions(contact)) {
      const place = placeOf(source, 'schedule.csv', 'id', contact.id, column);
      expressions.push({ place, part: 'schedule', expression, expected: null, locals: none });
    }
  }
  return { expressions, cells };
};

/** Path of the file that contains a table's rows. */
export const tableFile = (source: ProtocolSource, tableName: string): string => {
  const row = sheetOf(source, 'tables.csv').rows.find((candidate) => cell(candidate, 'name') === tableName);
  const file = row === undefined ? '' : cell(row, 'file');
  return file.startsWith('tables/') ? file : `tables/${file}`;
};

export const findRow = (source: ProtocolSource, path: string, key: string, name: string): Row | undefined =>
  sheetOf(source, path).rows.find((row) => cell(row, key) === name);

export const placeOf = (source: ProtocolSource, path: string, key: string, name: string, column: string): Place => {
  const row = findRow(source, path, key, name);
  return row === undefined ? { file: path, column } : cellPlace(row, column);
};

const collectFromTables = (
  source: ProtocolSource,
  compiled: CompiledProtocol,
  expressions: Use[],
  cells: CellUse[],
): void => {
  for (const table of compiled.tables) {
    const file = tableFile(source, table.name);
    const { columns, file: sheetFile } = sheetOf(source, file);
    const columnOf = (prefix: string, text: string): string =>
      columns.find((column) => column.startsWith(prefix) && column.slice(prefix.length).trim() === text) ??
      `${prefix} ${text}`;
    for (const { source: text, expression } of table.inputs) {
      const place = { file: sheetFile, line: 1, column: columnOf('when:', text) };
      expressions.push({ place, part: 'when', expression, expected: null, locals: none });
    }
    const outputs = table.outputs.map(({ name }) =>
      compiled.outputs.find((output) => output.table === table.name && output.name === name),
    );
    for (const row of table.rows) {
      table.inputs.forEach((input, index) => {
        const tests = row.tests[index];
        const place = placeOf(source, file, 'id', row.id, columnOf('when:', input.source));
        if (tests) cells.push({ place, column: input.expression, tests });
      });
      table.outputs.forEach(({ name }, index) => {
        const expression = row.outputs[index];
        if (!expression) return;
        const place = placeOf(source, file, 'id', row.id, columnOf('then:', name));
        expressions.push({ place, part: 'then', expression, expected: outputs[index] ?? null, locals: none });
      });
    }
    table.outputs.forEach((output, index) => {
      if (output.default === undefined) return;
      const row = sheetOf(source, 'outputs.csv').rows.find(
        (candidate) => cell(candidate, 'table') === table.name && cell(candidate, 'name') === output.name,
      );
      const place = row === undefined ? { file: 'outputs.csv' } : cellPlace(row, 'default');
      const expected = outputs[index] ?? null;
      expressions.push({ place, part: 'then', expression: output.default, expected, locals: none });
    });
  }
};

const localNames = (items: readonly FormItem[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'group'
      ? localNames(item.items)
      : item.kind === 'repeat'
        ? [item.name, ...localNames(item.items)]
        : [item.name],
  );

const collectFromItems = (
  source: ProtocolSource,
  path: string,
  items: readonly FormItem[],
  locals: ReadonlySet<string>,
  expressions: Use[],
): void => {
  for (const item of items) {
    for (const [column, expression] of itemExpressions(item)) {
      const place = placeOf(source, path, 'name', item.name, column);
      expressions.push({ place, part: 'form', expression, expected: null, locals });
    }
    if (item.kind === 'group' || item.kind === 'repeat')
      collectFromItems(source, path, item.items, locals, expressions);
  }
};
