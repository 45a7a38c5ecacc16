/** The changes of a draft as rows of an overlay's sheets, in the order of the changes. */
import { type Problem, problem } from '../../problem.ts';
import { removeColumn } from '../../read/check-columns.ts';
import { type ProtocolSource, sheetOf } from '../../read/protocol-source.ts';
import { cell } from '../../read/sheet.ts';
import type { Draft, DraftChange } from './draft-change.ts';

export type DraftRow = {
  readonly cells: Readonly<Record<string, string>>;
  readonly added: boolean;
  /** Position of the change in the draft. */
  readonly change: number;
};

export const draftFolder = ({ id }: Pick<Draft, 'id'>): string => `overlays/${id}/`;

/**
 * Rows by path of the sheet. What a draft changes is marked `default` (ours) until it is decided; a new rule cites the
 * draft as its source.
 */
export const draftRows = (
  base: ProtocolSource,
  draft: Draft,
  standing: 'awaiting' | 'decided',
): { readonly rows: ReadonlyMap<string, readonly DraftRow[]>; readonly problems: Problem[] } => {
  const rows = new Map<string, DraftRow[]>();
  const problems: Problem[] = [];
  const mark = standing === 'decided' ? { status: 'national', source: draft.id } : { status: 'default' };
  for (const [change, of] of draft.changes.entries()) {
    const put = (path: string, cells: DraftRow['cells'], added = false): void => {
      rows.set(path, [...(rows.get(path) ?? []), { cells, added, change }]);
    };
    const ofRule = (row: string, use: (path: string) => void): void => {
      const path = ruleSheet(base, row);
      if (path === null) problems.push(ruleUnknown(draft, row));
      else use(path);
    };
    switch (of.kind) {
      case 'parameter':
        put('parameters.csv', { name: of.name, value: String(of.value), ...mark });
        break;
      case 'schedule':
        put('schedule.csv', { id: of.contact, [of.column]: of.text, ...mark });
        break;
      case 'cell':
        ofRule(of.row, (path) => put(path, { id: of.row, [of.column]: of.text, ...mark }));
        break;
      case 'removeRow':
        ofRule(of.row, (path) => put(path, { id: of.row, [removeColumn]: 'yes' }));
        break;
      case 'addRow': {
        const path = tableSheet(base, of.table);
        const refused = path === null ? tableUnknown(draft, of.table) : idTaken(base, draft, of);
        if (path === null || refused !== null) problems.push(...(refused === null ? [] : [refused]));
        else put(path, { ...of.cells, source: draft.id, ...mark }, true);
        break;
      }
      case 'addCase':
        if (base.vignettes.some(({ id }) => id === of.id)) problems.push(nameTaken(draft, of.id));
    }
  }
  return { rows, problems };
};

/** Path of the sheet that contains a rule; `null` when there is no such rule. */
export const ruleSheet = (base: ProtocolSource, row: string): string | null => {
  for (const [path, sheet] of base.sheets) {
    if (path.startsWith('tables/') && sheet.rows.some(({ cells }) => cells['id'] === row)) return path;
  }
  return null;
};

/** Path of the sheet of a table, by the table's id (`MAMI.DT.07`); `null` when there is no such table. */
export const tableSheet = (base: ProtocolSource, table: string): string | null => {
  const row = sheetOf(base, 'tables.csv').rows.find(({ cells }) => cells['id'] === table);
  if (row === undefined) return null;
  const file = cell(row, 'file');
  return file.startsWith('tables/') ? file : `tables/${file}`;
};

/** A new rule with the id of an existing rule would silently change that rule, so it is a problem. */
const idTaken = (
  base: ProtocolSource,
  draft: Draft,
  { cells }: Extract<DraftChange, { kind: 'addRow' }>,
): Problem | null => {
  const id = cells['id'] ?? '';
  return id !== '' && ruleSheet(base, id) === null ? null : nameTaken(draft, id);
};

const nameTaken = (draft: Draft, name: string): Problem =>
  problem(
    'nameTwice',
    { file: draftFolder(draft) },
    { fr: `« ${name} » est déjà pris dans le protocole.`, en: `“${name}” is taken in the protocol already.` },
    { fr: 'Donnez-lui un nom à lui.', en: 'Give it a name of its own.' },
  );

const ruleUnknown = (draft: Draft, row: string): Problem =>
  problem(
    'overlayMatchesNothing',
    { file: `${draftFolder(draft)}tables/` },
    { fr: `Aucune règle ne se nomme « ${row} ».`, en: `No rule is named “${row}”.` },
    { fr: 'Choisissez une règle du protocole.', en: 'Choose a rule of the protocol.' },
  );

const tableUnknown = (draft: Draft, table: string): Problem =>
  problem(
    'overlayMatchesNothing',
    { file: `${draftFolder(draft)}tables/` },
    { fr: `Aucune table ne se nomme « ${table} ».`, en: `No table is named “${table}”.` },
    { fr: 'Choisissez une table du protocole.', en: 'Choose a table of the protocol.' },
  );
