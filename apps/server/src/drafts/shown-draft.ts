/** Gathers a draft for its page: changes in words, the check, approvals, and the places it is given to. */

import type { DraftState, DraftSummary, DraftView, ShownCheck } from '@denba/portal/draft/draft-view';
import type { PackShelf } from '@denba/portal/protocol/pack-shelf';
import { may, pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Site } from '../site.ts';
import { approvalsOf, whyNotApprove } from './approve-draft.ts';
import { changeInWords, unknownWords } from './change-in-words.ts';
import type { CheckState, DraftDesk } from './draft-desk.ts';
import { type ListedDraft, targetOf } from './draft-store.ts';
import { givingsOf } from './give-draft.ts';

export const summaryOf = ({ id, title, authorName, madeAt, changes, ...draft }: ListedDraft): DraftSummary => ({
  id,
  title,
  madeAt,
  author: authorName,
  changes: changes.length,
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
      target: targetOf(change),
      reason,
      ...(base === null ? unknownWords(change) : changeInWords(base.protocol, cells, change)),
      rule: change.kind === 'addRow' ? { table: change.table, id: change.cells['id'] ?? '' } : null,
      problems: check.kind === 'done' ? check.checked.problems.filter((one) => one.change === at) : [],
    })),
    check: shownCheck(check),
    approvals: packId === null ? [] : await approvalsOf(db, draft, packId),
    mayWrite: may(viewer.grants, 'write', 'drafts', draft.path),
    notApprove: await notApprove(db, viewer, draft, check),
    givings: (await givingsOf(db, draft.id)).map(({ id, placeName, fromDay, withdrawnAt }) => ({
      id,
      placeName,
      fromDay,
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
