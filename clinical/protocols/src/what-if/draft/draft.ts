/**
 * A change of protocol that somebody edits on a page: plain data, applied to the protocol by the same code as an
 * overlay folder. What a draft changes is ours (`default`) until it is decided, whatever the status of the changed line
 * was. Once decided it is `national`, and its source is the draft, never the document that the line cited before.
 */
import { applyOverlay } from '../../overlay/apply-overlay.ts';
import type { Place, Problem } from '../../problem.ts';
import { checkColumns } from '../../read/check-columns.ts';
import type { ProtocolSource } from '../../read/protocol-source.ts';
import { sheetOf } from '../../read/protocol-source.ts';
import type { Row, Sheet } from '../../read/sheet.ts';
import { shapeOf } from '../../read/sheet-shapes.ts';
import { draftCases } from './draft-cases.ts';
import type { Draft } from './draft-change.ts';
import { draftFolder, draftRows } from './draft-rows.ts';
import { withNewRowsInPlace } from './new-rows-in-place.ts';

export type DraftApplied = {
  readonly source: ProtocolSource;
  readonly problems: readonly Problem[];
  /** The position of the change that wrote a place; `null` when no change of the draft wrote it. */
  readonly changeAt: (place: Place) => number | null;
};

/** `base`: the protocol as read, with its own overlays applied. */
export const applyDraft = (
  base: ProtocolSource,
  draft: Draft,
  standing: 'awaiting' | 'decided' = 'awaiting',
): DraftApplied => {
  const { rows: written, problems } = draftRows(base, draft, standing);
  const sheets = new Map<string, Sheet>();
  const changeByPlace = new Map<string, number>();
  for (const [path, rows] of written) {
    const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    // With a new rule the sheet gets all columns of the base's sheet, so that the rule is not reported as a change of
    // an unknown row.
    const all = rows.some((row) => row.added) ? [...new Set([...sheetOf(base, path).columns, ...columns])] : columns;
    const file = `${draftFolder(draft)}${path}`;
    for (const [at, { change }] of rows.entries()) changeByPlace.set(`${file} ${at + 2}`, change);
    const sheet: Sheet = {
      file,
      columns: all,
      rows: rows.map(({ cells }, at): Row => ({ file, line: at + 2, cells })),
    };
    const shape = shapeOf(path);
    if (shape !== null) problems.push(...checkColumns(sheet, shape, true));
    sheets.set(path, sheet);
  }
  const vignettes = draftCases(draft);
  for (const { place, change } of vignettes) changeByPlace.set(`${place.file} ${place.line}`, change);
  const applied = applyOverlay(base, {
    head: { id: draft.id, base: base.head.id, title: draft.title, note: draft.note },
    sheets,
    cards: [],
    vignettes,
    bases: new Map(),
  });
  const decision = { key: draft.id, title: draft.title.fr, url: '', read: 'yes' } as const;
  const cites = standing === 'decided' || draft.changes.some(({ kind }) => kind === 'addRow');
  const head = cites ? { ...base.head, sources: [...base.head.sources, decision] } : base.head;
  return {
    source: { ...applied.source, head, sheets: withNewRowsInPlace(base, applied.source.sheets, draft) },
    problems: [...problems, ...applied.problems],
    changeAt: ({ file, line }) => changeByPlace.get(`${file} ${line}`) ?? null,
  };
};
