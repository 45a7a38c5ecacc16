/**
 * Applies the adaptation of a country or a programme to a protocol. Rows are matched by their key columns (id, name,
 * code): a cell that the overlay gives replaces the base's cell, a blank cell keeps it. A new row is inserted after the
 * row that precedes it in the overlay, or at the end. `remove` = `yes` deletes a row. Cards and vignettes are matched
 * by id.
 */
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { CardSource } from '../read/card.ts';
import { removeColumn } from '../read/check-columns.ts';
import { closest } from '../read/closest-name.ts';
import type { OverlayHead } from '../read/protocol-head.ts';
import type { ProtocolContent, ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import { cell, type Row, rowPlace, type Sheet } from '../read/sheet.ts';
import { type SheetShape, shapeOf } from '../read/sheet-shapes.ts';

export type OverlaySource = ProtocolContent & { readonly head: OverlayHead };

export const applyOverlay = (
  base: ProtocolSource,
  overlay: OverlaySource,
): { source: ProtocolSource; problems: Problem[] } => {
  const problems: Problem[] = [];
  const sheets = new Map(base.sheets);
  for (const [path, changes] of overlay.sheets) {
    const shape = shapeOf(path);
    if (shape !== null) sheets.set(path, mergeSheet(sheetOf(base, path), changes, shape, problems));
  }
  return {
    source: {
      head: base.head,
      overlays: [...base.overlays, overlay.head],
      sheets,
      cards: mergeById(base.cards, overlay.cards, mergeCard),
      vignettes: mergeById(base.vignettes, overlay.vignettes, (_, changed) => changed),
      bases: new Map([...base.bases, ...overlay.bases]),
    },
    problems,
  };
};

/** The text that identifies a row within its sheet; `''` when a key column is blank. */
export const rowKey = (row: Row, shape: SheetShape): string => {
  const parts = shape.key.map((column) => cell(row, column));
  return parts.includes('') ? '' : parts.join('.');
};

const mergeSheet = (base: Sheet, changes: Sheet, shape: SheetShape, problems: Problem[]): Sheet => {
  const rows = [...base.rows];
  const columns = [...new Set([...base.columns, ...changes.columns.filter((name) => name !== removeColumn)])];
  let after = rows.length - 1;
  for (const change of changes.rows) {
    const key = rowKey(change, shape);
    const at = key === '' ? -1 : rows.findIndex((row) => rowKey(row, shape) === key);
    const found = rows[at];
    if (found === undefined) {
      const partial = shape.required.some((column) => !changes.columns.includes(column));
      if (partial || isRemoval(change)) problems.push(matchesNothing(change, key, rows, shape));
      else rows.splice(++after, 0, change);
    } else if (isRemoval(change)) {
      rows.splice(at, 1);
      after = at - 1;
    } else {
      rows[at] = mergeRow(found, change);
      after = at;
    }
  }
  return { file: base.columns.length === 0 ? changes.file : base.file, columns, rows };
};

const isRemoval = (row: Row): boolean => /^(yes|oui|true|1)$/i.test(cell(row, removeColumn));

const mergeRow = (base: Row, change: Row): Row => {
  const given = Object.entries(change.cells).filter(([column, text]) => text !== '' && column !== removeColumn);
  const origins = { ...base.origins };
  for (const [column] of given) origins[column] = { file: change.file, line: change.line, column };
  return { ...base, cells: { ...base.cells, ...Object.fromEntries(given) }, origins };
};

const mergeById = <T extends { readonly id: string }>(
  base: readonly T[],
  changes: readonly T[],
  merge: (base: T, change: T) => T,
): T[] => {
  const merged = new Map(base.map((item) => [item.id, item]));
  for (const change of changes) {
    const found = merged.get(change.id);
    merged.set(change.id, found === undefined ? change : merge(found, change));
  }
  return [...merged.values()];
};

const mergeCard = (base: CardSource, change: CardSource): CardSource => ({
  file: change.file,
  id: base.id,
  title: { ...base.title, ...nonBlank(change.title) },
  audience: change.audience || base.audience,
  for: change.for.length > 0 ? change.for : base.for,
  picture: change.picture || base.picture,
  audio: change.audio || base.audio,
  trigger: { ...base.trigger, ...nonBlank(change.trigger) },
  status: change.status || base.status,
  source: change.source || base.source,
  text: { ...base.text, ...nonBlank(change.text) },
  lines: change.lines,
});

const nonBlank = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

const matchesNothing = (row: Row, key: string, base: readonly Row[], shape: SheetShape): Problem => {
  const near = closest(
    key,
    base.map((candidate) => rowKey(candidate, shape)),
  );
  return problem(
    'overlayMatchesNothing',
    rowPlace(row),
    {
      fr: `Cette ligne adapte « ${key} », que le protocole de base n'a pas.`,
      en: `This row adapts “${key}”, which the base protocol does not have.`,
    },
    near === null
      ? {
          fr: `Corrigez le nom, ou donnez toutes les colonnes (${shape.required.join(', ')}) pour ajouter une ligne.`,
          en: `Correct the name, or give every column (${shape.required.join(', ')}) to add a row.`,
        }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};
