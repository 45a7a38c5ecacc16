/**
 * The pages of drafts at /portal/drafts: preparing, checking, replaying, approving and giving. Rights:
 * `authorisation.ts`.
 */
import { changePage, type Typed } from '@denba/portal/draft/change-page';
import { contentChapterPage, contentPage } from '@denba/portal/draft/content-pages';
import { draftAddress } from '@denba/portal/draft/draft-address';
import { draftListPage } from '@denba/portal/draft/draft-list-page';
import { draftPage } from '@denba/portal/draft/draft-page';
import type { PortalSite } from '@denba/portal/portal-site';
import { bookletOf } from '@denba/portal/protocol/booklet-of';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { refuseChange } from '@denba/protocols/what-if/draft/refuse-change';
import type { Text } from '@denba/quantities/text';
import type { adminPages } from '../admin/admin-pages.ts';
import type { Outcome, OwnVisit } from '../admin/visit.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import type { ManagedSite } from '../managed-site.ts';
import { pathsWhere } from '../people/authorisation.ts';
import { portalVisit } from '../portal/portal-visits.ts';
import { approveDraft } from './approve-draft.ts';
import { casePages } from './case-pages.ts';
import { changeOf, pieceOf } from './change-form.ts';
import { LONGEST_CELL, whyProblem } from './change-limits.ts';
import type { DraftDesk } from './draft-desk.ts';
import { draftTo, layAside, listDrafts, makeDraft, putChange, takeChange } from './draft-store.ts';
import { giveDraft, withdrawGiving } from './give-draft.ts';
import { replayPages } from './replay-pages.ts';
import { rulePages } from './rule-pages.ts';
import { shownDraft, summaryOf } from './shown-draft.ts';

export const draftPages = (
  pages: ReturnType<typeof adminPages>,
  site: ManagedSite,
  portal: PortalSite,
  desk: DraftDesk,
): void => {
  const { own } = pages;
  const { db } = site;
  const shelf = portal.packs;
  const idOf = ({ params }: OwnVisit): string => params['draft'] ?? '';
  /** To the part of the draft that was changed: a keyboard goes on from there. */
  const back = (visit: OwnVisit, part: 'changes' | 'approval' | 'giving'): Outcome => ({
    to: `${draftAddress(idOf(visit))}#${part}`,
  });

  const showList = async (visit: OwnVisit): Promise<Outcome> => {
    const drafts = (await listDrafts(db, visit.viewer)).map(summaryOf);
    const mayWrite = pathsWhere(visit.viewer.grants, 'write', 'drafts').length > 0;
    const known = mayWrite ? await desk.bases() : [];
    const packs = (await shelf.list()).filter(({ id }) => known.includes(id));
    const { fields: typed, problem } = visit;
    return draftListPage(portalVisit(visit), { drafts, bases: packs.length > 0 ? packs : null, typed, problem });
  };
  own.page('/drafts', showList);
  own.form(
    '/drafts',
    async (visit) => {
      const [fr, en] = [titleOf(visit.fields['title-fr']), titleOf(visit.fields['title-en'])];
      const basePack = visit.fields['base'] ?? '';
      const mayWrite = pathsWhere(visit.viewer.grants, 'write', 'drafts').length > 0;
      if (mayWrite && !(await desk.bases()).includes(basePack)) throw baseUnknown();
      return { to: draftAddress(await makeDraft(site, visit.viewer, { basePack, title: { fr, en } })) };
    },
    showList,
  );

  const show = async (visit: OwnVisit): Promise<Outcome> => {
    const draft = await draftTo(db, visit.viewer, 'read', idOf(visit));
    const view = await shownDraft(site, { desk, shelf }, visit.viewer, draft);
    return draftPage(portalVisit(visit), view, visit.problem);
  };
  own.page('/drafts/:draft', show);

  const baseTo = async (visit: OwnVisit) => {
    const draft = await draftTo(db, visit.viewer, 'write', idOf(visit));
    const base = await shelf.read(draft.basePack);
    if (base === null) throw notFound();
    return { draft, protocol: base.protocol };
  };
  own.page('/drafts/:draft/content', async (visit) => {
    const { draft, protocol } = await baseTo(visit);
    return contentPage(portalVisit(visit), draft, bookletOf(protocol, null));
  });
  own.page('/drafts/:draft/content/:chapter', async (visit) => {
    const { draft, protocol } = await baseTo(visit);
    const page = contentChapterPage(
      portalVisit(visit),
      draft,
      bookletOf(protocol, null),
      visit.params['chapter'] ?? '',
    );
    if (page === null) throw notFound();
    return page;
  });

  const pieceTo = async (visit: OwnVisit, what: string, name: string) => {
    const { draft, protocol } = await baseTo(visit);
    const piece = pieceOf(protocol, what === 'parameter' ? null : await desk.cells(draft), what, name);
    if (piece === null) throw notFound();
    return { draft, protocol, piece };
  };
  own.page('/drafts/:draft/change', async (visit) => {
    const asked = new URLSearchParams(visit.search);
    const what = (['parameter', 'row', 'contact'] as const).find((one) => asked.has(one)) ?? '';
    const { draft, piece } = await pieceTo(visit, what, asked.get(what) ?? '');
    return changePage(portalVisit(visit), draft, piece, { fields: {}, problem: null });
  });
  own.form('/drafts/:draft/change', async (visit) => {
    const { what = '', name = '', reason = '' } = visit.fields;
    const { draft, protocol, piece } = await pieceTo(visit, what === 'remove' ? 'row' : what, name);
    const change = what === 'remove' ? ({ kind: 'removeRow', row: name } as const) : changeOf(piece, visit.fields);
    const problem = problemOf(protocol, piece.field, visit.fields, change);
    if (problem !== null) {
      const typed: Typed = { fields: visit.fields, problem };
      return { page: changePage(portalVisit(visit), draft, piece, typed), status: 422, cookies: [] };
    }
    await putChange(site, visit.viewer, draft.id, () => ({ change, reason: reason.trim() }));
    return back(visit, 'changes');
  });
  rulePages(pages, site, desk, baseTo);
  casePages(pages, site, desk);
  own.form(
    '/drafts/:draft/take-back',
    async (visit) => {
      await takeChange(site, visit.viewer, idOf(visit), visit.fields['target'] ?? '');
      return back(visit, 'changes');
    },
    show,
  );
  own.form(
    '/drafts/:draft/lay-aside',
    async (visit) => {
      await layAside(site, visit.viewer, idOf(visit));
      return { to: '/portal/drafts' };
    },
    show,
  );
  own.form(
    '/drafts/:draft/approve',
    async (visit) => {
      const draft = await draftTo(db, visit.viewer, 'approve', idOf(visit));
      const check = desk.check(draft);
      const checked = check.kind === 'done' ? check.checked : null;
      await approveDraft(site, visit.viewer, draft.id, checked, visit.fields['read'] === 'yes');
      return back(visit, 'approval');
    },
    show,
  );
  own.form(
    '/drafts/:draft/give',
    async (visit) => {
      const places = Object.keys(visit.fields).flatMap((field) => (field.startsWith('place.') ? [field.slice(6)] : []));
      await giveDraft(site, visit.viewer, idOf(visit), { places, from: visit.fields['from'] ?? '' });
      return back(visit, 'giving');
    },
    show,
  );
  own.form(
    '/drafts/:draft/withdraw',
    async (visit) => {
      await withdrawGiving(site, visit.viewer, idOf(visit), visit.fields['giving'] ?? '');
      return back(visit, 'giving');
    },
    show,
  );
  replayPages(pages, site, desk);
};

/** What is wrong with a change when it is typed; `null`: nothing. */
const problemOf = (
  protocol: CompiledProtocol,
  field: NonNullable<ReturnType<typeof pieceOf>>['field'],
  { reason = '', column = '' }: Readonly<Record<string, string | undefined>>,
  change: Parameters<typeof refuseChange>[1],
): Text | null => {
  const why = whyProblem(reason);
  if (why !== null) return why;
  const isCell = change.kind === 'cell' || change.kind === 'schedule';
  if (isCell && field.kind === 'cells' && !field.columns.some((one) => one.column === column)) return noColumn;
  if (isCell && change.text.length > LONGEST_CELL) return noColumn;
  return refuseChange(protocol, change);
};

const noColumn: Text = { fr: 'Choisissez une case de la liste.', en: 'Choose a cell of the list.' };

const titleOf = (typed = ''): string => {
  const title = typed.trim();
  if (title.length < 3 || title.length > 120) throw titleWrong();
  return title;
};

const titleWrong = (): Refusal =>
  new Refusal(422, 'draft-title', {
    fr: 'Donnez un titre dans les deux langues, en quelques mots.',
    en: 'Give a title in both languages, in a few words.',
  });

const baseUnknown = (): Refusal =>
  new Refusal(422, 'draft-base', {
    fr: 'Choisissez un protocole de la liste.',
    en: 'Choose a protocol of the list.',
  });
