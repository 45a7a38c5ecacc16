/** Moves the new rules of a draft to their place in the table: in some tables the first rule that holds counts. */
import type { ProtocolSource } from '../../read/protocol-source.ts';
import { sheetOf } from '../../read/protocol-source.ts';
import { cell, type Row, type Sheet } from '../../read/sheet.ts';
import type { Draft } from './draft-change.ts';
import { tableSheet } from './draft-rows.ts';

/**
 * A rule is placed before the rule that it names or, when the draft removes that one, before the next rule that
 * remains.
 */
export const withNewRowsInPlace = (
  base: ProtocolSource,
  sheets: ReadonlyMap<string, Sheet>,
  draft: Draft,
): ReadonlyMap<string, Sheet> => {
  const placed = new Map(sheets);
  for (const change of draft.changes) {
    if (change.kind !== 'addRow') continue;
    const path = tableSheet(base, change.table);
    const sheet = path === null ? undefined : placed.get(path);
    if (path === null || sheet === undefined) continue;
    const id = change.cells['id'] ?? '';
    const own = sheet.rows.filter((row) => cell(row, 'id') === id);
    const others = sheet.rows.filter((row) => cell(row, 'id') !== id);
    const at = positionOf(change.before, others, sheetOf(base, path).rows);
    placed.set(path, { ...sheet, rows: others.toSpliced(at, 0, ...own) });
  }
  return placed;
};

const positionOf = (before: string | null, rows: readonly Row[], inBase: readonly Row[]): number => {
  if (before === null) return rows.length;
  const from = inBase.findIndex((row) => cell(row, 'id') === before);
  const following = new Set(from < 0 ? [] : inBase.slice(from).map((row) => cell(row, 'id')));
  const at = rows.findIndex((row) => following.has(cell(row, 'id')));
  return at < 0 ? rows.length : at;
};
