/**
 * What an overlay changes, in the words of the people who use the protocol: "PB bas … : sous 110 → 115 mm". Compares
 * two protocols as read, cell by cell, however the second was made.
 */
import type { Text } from '@denba/quantities/text';
import type { CardSource } from '../read/card.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import { cell, type Row } from '../read/sheet.ts';
import { shapeOf } from '../read/sheet-shapes.ts';
import { rowKey } from './apply-overlay.ts';
import { addedRow, cellChange, parameterChange, removedRow, textChange } from './difference-words.ts';

export type Difference = {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Path of the sheet in the protocol folder, or the card's file. */
  readonly file: string;
  /** The id, name or code of what changed. */
  readonly key: string;
  readonly text: Text;
};

export const overlayDifference = (base: ProtocolSource, overlaid: ProtocolSource): Difference[] => {
  const paths = [...new Set([...base.sheets.keys(), ...overlaid.sheets.keys()])].sort(byImportance);
  return [...paths.flatMap((path) => sheetDifference(base, overlaid, path)), ...cardDifferences(base, overlaid)];
};

/** Order of the sheets: parameters first, then rules, then the schedule, then the rest. */
const byImportance = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);

const rank = (path: string): number =>
  path === 'parameters.csv' ? 0 : path.startsWith('tables/') ? 1 : path === 'schedule.csv' ? 2 : 3;

const sheetDifference = (base: ProtocolSource, overlaid: ProtocolSource, path: string): Difference[] => {
  const shape = shapeOf(path);
  if (shape === null) return [];
  const keyed = (source: ProtocolSource) =>
    new Map(
      sheetOf(source, path).rows.flatMap((row) => (rowKey(row, shape) === '' ? [] : [[rowKey(row, shape), row]])),
    );
  const [before, after] = [keyed(base), keyed(overlaid)];
  const differences: Difference[] = [];
  for (const [key, row] of after) {
    const old = before.get(key);
    if (old === undefined) differences.push({ kind: 'added', file: path, key, text: addedRow(path, key, row) });
    else differences.push(...rowDifference(path, key, old, row));
  }
  for (const [key, row] of before) {
    if (!after.has(key)) differences.push({ kind: 'removed', file: path, key, text: removedRow(path, key, row) });
  }
  return differences;
};

const rowDifference = (path: string, key: string, old: Row, row: Row): Difference[] => {
  const columns = [...new Set([...Object.keys(old.cells), ...Object.keys(row.cells)])];
  const changed = columns.filter((column) => cell(old, column) !== cell(row, column));
  const difference = (text: Text): Difference => ({ kind: 'changed', file: path, key, text });
  if (path === 'parameters.csv' && changed.includes('value')) {
    // The sentence about the new value already tells its status, source and note.
    const others = changed.filter((column) => !['value', 'status', 'source', 'note'].includes(column));
    return [
      difference(parameterChange(old, row)),
      ...others.map((column) => difference(cellChange(path, key, old, row, column))),
    ];
  }
  return changed.map((column) => difference(cellChange(path, key, old, row, column)));
};

const cardDifferences = (base: ProtocolSource, overlaid: ProtocolSource): Difference[] => {
  const before = new Map(base.cards.map((card) => [card.id, card]));
  const after = new Map(overlaid.cards.map((card) => [card.id, card]));
  const title = (card: CardSource): Text => card.title;
  return [
    ...[...after].flatMap(([key, card]): Difference[] => {
      const old = before.get(key);
      const file = card.file;
      if (old === undefined) {
        const text = { fr: `Carte ajoutée : ${key} ${card.title.fr}`, en: `Card added: ${key} ${card.title.en}` };
        return [{ kind: 'added', file, key, text }];
      }
      return (['fr', 'en'] as const).flatMap((language) =>
        old.text[language] === card.text[language]
          ? []
          : [{ kind: 'changed', file, key, text: textChange(key, title(card), language) } as const],
      );
    }),
    ...[...before].flatMap(([key, card]): Difference[] =>
      after.has(key)
        ? []
        : [
            {
              kind: 'removed',
              file: card.file,
              key,
              text: { fr: `Carte retirée : ${key} ${card.title.fr}`, en: `Card removed: ${key} ${card.title.en}` },
            },
          ],
    ),
  ];
};
