/**
 * A change of protocol as somebody edits it on a page: data, laid over the protocol as an overlay folder is, by the same
 * reader. What a draft changes is ours until it was decided on, whatever the changed line said of itself before; what was
 * decided is national, and its source is the draft: never the document that the line cited before.
 */
import type { Text } from '@denba/quantities/text';
import { applyOverlay } from '../overlay/apply-overlay.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { checkColumns, removeColumn } from '../read/check-columns.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import type { Row, Sheet } from '../read/sheet.ts';
import { shapeOf } from '../read/sheet-shapes.ts';

export type DraftChange =
  /** A cut-off, an interval, a switch. */
  | { readonly kind: 'parameter'; readonly name: string; readonly value: number | boolean | string }
  /** A cell of a rule: `when: waz`, `then: level`, as the sheet writes it; `-` asks nothing. */
  | { readonly kind: 'cell'; readonly row: string; readonly column: string; readonly text: string }
  /** A cell of the calendar: `due_days`, `window_after_days`. */
  | { readonly kind: 'schedule'; readonly contact: string; readonly column: string; readonly text: string }
  /** A new rule after another of its table; its cells by column, `id` and the reason in both languages among them. */
  | { readonly kind: 'addRow'; readonly after: string; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'removeRow'; readonly row: string };

export type Draft = {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly changes: readonly DraftChange[];
};

export type DraftApplied = { readonly source: ProtocolSource; readonly problems: readonly Problem[] };

/** `base`: as read, its own overlays laid over it already. */
export const applyDraft = (
  base: ProtocolSource,
  draft: Draft,
  standing: 'awaiting' | 'decided' = 'awaiting',
): DraftApplied => {
  const problems: Problem[] = [];
  const sheets = new Map<string, Sheet>();
  const mark = standing === 'decided' ? { status: 'national', source: draft.id } : { status: 'default' };
  for (const [path, rows] of rowsByPath(base, draft, mark, problems)) {
    const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    // A new rule brings every column of its sheet, so that it is not taken for half of a change.
    const all = rows.some((row) => row.added) ? [...new Set([...sheetOf(base, path).columns, ...columns])] : columns;
    const file = `${draftFolder(draft)}${path}`;
    const sheet: Sheet = {
      file,
      columns: all,
      rows: rows.map(({ cells }, at): Row => ({ file, line: at + 2, cells })),
    };
    const shape = shapeOf(path);
    if (shape !== null) problems.push(...checkColumns(sheet, shape, true));
    sheets.set(path, sheet);
  }
  const applied = applyOverlay(base, {
    head: { id: draft.id, base: base.head.id, title: draft.title, note: draft.note },
    ...{ sheets, cards: [], vignettes: [], bases: new Map() },
  });
  const { source } = applied;
  const decision = { key: draft.id, title: draft.title.fr, url: '', read: 'yes' } as const;
  const head = standing === 'decided' ? { ...base.head, sources: [...base.head.sources, decision] } : base.head;
  return { source: { ...source, head }, problems: [...problems, ...applied.problems] };
};

const draftFolder = ({ id }: Draft): string => `overlays/${id}/`;

type DraftRow = { readonly cells: Readonly<Record<string, string>>; readonly added: boolean };

type Mark = Readonly<Record<string, string>>;

const rowsByPath = (
  base: ProtocolSource,
  draft: Draft,
  mark: Mark,
  problems: Problem[],
): ReadonlyMap<string, readonly DraftRow[]> => {
  const byPath = new Map<string, DraftRow[]>();
  const put = (path: string, cells: Readonly<Record<string, string>>, added = false): void => {
    byPath.set(path, [...(byPath.get(path) ?? []), { cells, added }]);
  };
  const ofRule = (row: string, use: (path: string) => void): void => {
    const path = ruleSheet(base, row);
    if (path === null) problems.push(ruleUnknown(draft, row));
    else use(path);
  };
  for (const change of draft.changes) {
    switch (change.kind) {
      case 'parameter':
        put('parameters.csv', { name: change.name, value: String(change.value), ...mark });
        break;
      case 'schedule':
        put('schedule.csv', { id: change.contact, [change.column]: change.text, ...mark });
        break;
      case 'cell':
        ofRule(change.row, (path) => put(path, { id: change.row, [change.column]: change.text, ...mark }));
        break;
      case 'removeRow':
        ofRule(change.row, (path) => put(path, { id: change.row, [removeColumn]: 'yes' }));
        break;
      case 'addRow':
        ofRule(change.after, (path) => {
          put(path, { id: change.after });
          put(path, { source: '', ...change.cells, ...mark }, true);
        });
    }
  }
  return byPath;
};

/** The sheet that holds a rule. */
export const ruleSheet = (base: ProtocolSource, row: string): string | null => {
  for (const [path, sheet] of base.sheets) {
    if (path.startsWith('tables/') && sheet.rows.some(({ cells }) => cells['id'] === row)) return path;
  }
  return null;
};

const ruleUnknown = (draft: Draft, row: string): Problem =>
  problem(
    'overlayMatchesNothing',
    { file: `${draftFolder(draft)}tables/` },
    { fr: `Aucune règle ne se nomme « ${row} ».`, en: `No rule is named “${row}”.` },
    { fr: 'Choisissez une règle du protocole.', en: 'Choose a rule of the protocol.' },
  );
