/** A draft gathered for its page: changes in words, the check, approvals, and where it is given. */

import type { DraftState, DraftSummary, DraftView, ShownChange, ShownCheck } from '@denba/portal/draft/draft-view';
import type { PackShelf } from '@denba/portal/protocol/pack-shelf';
import { makeBooklet } from '@denba/protocols/booklet/booklet';
import { chosenWords, createCellChoices } from '@denba/protocols/booklet/cell-choices';
import { columnWords } from '@denba/protocols/booklet/column-words';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { DraftChange } from '@denba/protocols/what-if/draft';
import { formatValue } from '@denba/protocols/words/format-value';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import type { Text } from '@denba/quantities/text';
import { may, pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Site } from '../site.ts';
import { approvalsOf, whyNotApprove } from './approve-draft.ts';
import type { CheckState, DraftDesk } from './draft-desk.ts';
import { type ListedDraft, targetOf } from './draft-store.ts';
import { givingsOf } from './give-draft.ts';
import type { BaseCells } from './protocol-work.ts';

export const summaryOf = ({ id, title, authorName, madeAt, changes, ...draft }: ListedDraft): DraftSummary => ({
  ...{ id, title, madeAt, author: authorName, changes: changes.length },
  state: stateOf(draft),
});

const stateOf = ({ pack, laidAsideAt }: Pick<ListedDraft, 'pack' | 'laidAsideAt'>): DraftState =>
  pack !== null ? 'published' : laidAsideAt !== null ? 'laid-aside' : 'open';

export const shownDraft = async (
  { db, now }: Site,
  { desk, shelf }: { readonly desk: DraftDesk; readonly shelf: PackShelf },
  viewer: Viewer,
  draft: ListedDraft,
): Promise<DraftView> => {
  const base = await shelf.read(draft.basePack);
  const cells = draft.changes.some(({ change }) => change.kind !== 'parameter') ? await desk.cells(draft) : null;
  const check = desk.check(draft);
  const packId = draft.pack ?? (check.kind === 'done' ? (check.checked.pack?.id ?? null) : null);
  const today = now().toISOString().slice(0, 10);
  const published = draft.pack === null ? null : await shelf.read(draft.pack);
  return {
    ...summaryOf(draft),
    baseName: base?.name ?? draft.basePack.slice(0, 8),
    packName: published?.name ?? null,
    shown: draft.changes.map(({ change, reason }, at) => ({
      ...{ target: targetOf(change), reason },
      ...(base === null ? unknownWords(change) : changeInWords(base.protocol, cells, change)),
      problems: check.kind === 'done' ? check.checked.problems.filter((one) => one.change === at) : [],
    })),
    check: shownCheck(check),
    approvals: packId === null ? [] : await approvalsOf(db, draft, packId),
    mayWrite: may(viewer.grants, 'write', 'drafts', draft.path),
    notApprove: await notApprove(db, viewer, draft, check),
    givings: (await givingsOf(db, draft.id)).map(({ id, placeName, fromDay, withdrawnAt }) => ({
      ...{ id, placeName, fromDay },
      state: withdrawnAt !== null ? 'withdrawn' : fromDay > today ? 'planned' : 'running',
    })),
    places: draft.pack === null ? [] : await placesToGive(db, viewer),
  };
};

const notApprove = async (
  db: Site['db'],
  viewer: Viewer,
  draft: ListedDraft,
  check: CheckState,
): Promise<DraftView['notApprove']> => {
  if (!may(viewer.grants, 'approve', 'drafts', draft.path)) return 'notAllowed';
  if (check.kind !== 'done' || !check.checked.decidable || check.checked.pack === null) return 'notReady';
  return whyNotApprove(db, viewer.account.id, draft, check.checked.pack.id);
};

const placesToGive = async (db: Site['db'], { grants }: Viewer): Promise<DraftView['places']> => {
  const paths = pathsWhere(grants, 'give', 'packs');
  const rows = await db.selectFrom('place').select(['id', 'name', 'path']).orderBy('path').execute();
  const mine = rows.filter(({ path }) => paths.some((above) => path.startsWith(above)));
  const least = Math.min(...mine.map(({ path }) => path.split('/').length));
  return mine.map(({ id, name, path }) => ({ id, name, depth: path.split('/').length - least }));
};

const shownCheck = (check: CheckState): ShownCheck =>
  check.kind === 'done'
    ? { kind: 'done', ...check.checked, problems: check.checked.problems.filter(({ change }) => change === null) }
    : check;

type InWords = Pick<ShownChange, 'what' | 'before' | 'after'>;

/** Titles hold `…` where the value stands: « PB bas : sous … mm ». */
const withoutValue = (title: string): string => (title.includes('…') ? (title.split(/\s*:\s/, 1)[0] ?? title) : title);

const asText = (text: string): Text => ({ fr: text, en: text });

const unknownWords = (change: DraftChange): InWords => ({
  what: asText(targetOf(change)),
  before: asText('?'),
  after: asText('text' in change ? change.text : 'value' in change ? String(change.value) : '–'),
});

const changeInWords = (base: CompiledProtocol, cells: BaseCells | null, change: DraftChange): InWords => {
  switch (change.kind) {
    case 'parameter': {
      const parameter = base.parameters.find(({ name }) => name === change.name);
      const style = createValueStyles(base).style(`p.${change.name}`);
      const said = (value: typeof change.value): Text => ({
        fr: formatValue(value, 'fr', style),
        en: formatValue(value, 'en', style),
      });
      const title = parameter?.title ?? asText(change.name);
      return {
        what: { fr: withoutValue(title.fr), en: withoutValue(title.en) },
        before: parameter === undefined ? asText('?') : said(parameter.value),
        after: said(change.value),
      };
    }
    case 'cell':
      return {
        what: withColumn(base, change.row, change.column),
        before: cellInWords(base, change, cells?.rows[change.row]?.[change.column] ?? ''),
        after: cellInWords(base, change, change.text),
      };
    case 'schedule':
      return {
        what: asText(`${change.contact}, ${change.column}`),
        before: asText(cells?.contacts[change.contact]?.[change.column] || '–'),
        after: asText(change.text || '–'),
      };
    case 'removeRow':
      return { what: asText(change.row), before: reasonOf(base, change.row), after: { fr: 'retirée', en: 'removed' } };
    case 'addRow':
      return { what: asText(change.cells['id'] ?? ''), before: asText('–'), after: { fr: 'ajoutée', en: 'added' } };
  }
};

const cellInWords = (
  base: CompiledProtocol,
  { row, column }: { readonly row: string; readonly column: string },
  text: string,
): Text => {
  const choices = createCellChoices(base)(tableOf(base, row), column, text);
  return choices === null || choices.chosen.length === 0 ? asText(text || '–') : chosenWords(choices);
};

/** Name of the table that has a rule. */
export const tableOf = ({ tables }: CompiledProtocol, row: string): string =>
  tables.find(({ rows }) => rows.some(({ id }) => id === row))?.name ?? '';

/** `when: waz` in the words of the protocol. */
export const withColumn = (base: CompiledProtocol, row: string, column: string): Text => {
  const label = columnLabel(base, row, column);
  return { fr: `${row}, ${label.fr}`, en: `${row}, ${label.en}` };
};

export const columnLabel = (base: CompiledProtocol, row: string, column: string): Text => {
  const kind = column.split(':', 1)[0];
  const words = kind === 'when' ? { fr: 'si', en: 'if' } : kind === 'then' ? { fr: 'alors', en: 'then' } : null;
  if (words === null) return asText(column);
  const label = columnWords(base, tableOf(base, row), column);
  return { fr: `${words.fr} : ${label.fr}`, en: `${words.en}: ${label.en}` };
};

const reasonOf = (base: CompiledProtocol, row: string): Text => bookletRows(base).get(row)?.reason ?? asText(row);

const rowsByProtocol = new WeakMap<CompiledProtocol, ReadonlyMap<string, { readonly reason: Text }>>();

const bookletRows = (base: CompiledProtocol): ReadonlyMap<string, { readonly reason: Text }> => {
  const known =
    rowsByProtocol.get(base) ??
    new Map(
      makeBooklet(base).chapters.flatMap((chapter) =>
        chapter.kind === 'tables'
          ? chapter.tables.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const))
          : [],
      ),
    );
  rowsByProtocol.set(base, known);
  return known;
};

/** What a rule says now, for the page that changes it. */
export const ruleInWords = (base: CompiledProtocol, row: string): Text => reasonOf(base, row);
