/**
 * The page on which a case is tried by hand on a draft, and stored with it. Nothing of a case is stored before the
 * person asks for it.
 */
import { draftAddress } from '@denba/portal/draft/draft-address';
import { type DraftCase, draftCasePage, type TypedCase } from '@denba/portal/draft/draft-case-page';
import { caseOf } from '@denba/portal/protocol/case-of';
import type { NewCase } from '@denba/protocols/what-if/draft/new-case';
import type { Text } from '@denba/quantities/text';
import type { adminPages } from '../admin/admin-pages.ts';
import type { Outcome, OwnVisit } from '../admin/visit.ts';
import { Refusal } from '../http/refusal.ts';
import type { ManagedSite } from '../managed-site.ts';
import { portalVisit } from '../portal/portal-visits.ts';
import { whyProblem } from './change-limits.ts';
import type { DraftDesk } from './draft-desk.ts';
import { createDraftProtocols } from './draft-protocols.ts';
import { draftTo, type ListedDraft, putChange } from './draft-store.ts';

type Fields = OwnVisit['fields'];
type Ready = Extract<DraftCase, { kind: 'ready' }> & { readonly newCase: NewCase };

export const casePages = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite, desk: DraftDesk): void => {
  const protocolOf = createDraftProtocols();
  const stateOf = (draft: ListedDraft, answers: Fields): Ready | { readonly kind: 'wait' | 'errors' } => {
    const check = desk.check(draft);
    if (check.kind === 'running') return { kind: 'wait' };
    const runs = check.kind === 'done' ? protocolOf(draft, check.checked) : null;
    if (runs === null) return { kind: 'errors' };
    const { protocol, own: rules, content } = runs;
    const tried = caseOf(protocol)(answers);
    const newCase = runs.newCase(tried.inputs);
    const { reached } = newCase;
    const left = [...rules].filter((row) => !reached.includes(row));
    return { kind: 'ready', protocol, tried, content, reached, left, answers, newCase };
  };
  const show = (visit: OwnVisit, draft: ListedDraft, shown: DraftCase, typed: TypedCase): Outcome => {
    const page = draftCasePage(portalVisit(visit), draft, shown, typed);
    return typed.problem === null ? page : { page, status: 422, cookies: [] };
  };
  own.page('/drafts/:draft/case', async (visit) => {
    const draft = await draftTo(site.db, visit.viewer, 'write', visit.params['draft'] ?? '');
    return show(visit, draft, stateOf(draft, {}), nothingTyped);
  });
  own.form('/drafts/:draft/case', async (visit) => {
    const draft = await draftTo(site.db, visit.viewer, 'write', visit.params['draft'] ?? '');
    const shown = stateOf(draft, answersIn(visit.fields));
    const { keep, reason = '' } = visit.fields;
    if (keep !== 'yes' || shown.kind !== 'ready') return show(visit, draft, shown, nothingTyped);
    const title = { fr: (visit.fields['title-fr'] ?? '').trim(), en: (visit.fields['title-en'] ?? '').trim() };
    const problem = problemOf(shown, title, visit.fields);
    if (problem !== null) return show(visit, draft, shown, { title, why: reason, problem });
    const { given, expect } = shown.newCase;
    if (JSON.stringify(given).length > LARGEST_CASE) throw tooLarge();
    await putChange(site, visit.viewer, draft.id, (now) => ({
      change: { kind: 'addCase', id: nextCaseId(now), title, given, expect },
      reason: reason.trim(),
    }));
    return { to: `${draftAddress(draft.id)}#changes` };
  });
};

const nothingTyped: TypedCase = { title: { fr: '', en: '' }, why: '', problem: null };

/** Limit in characters of JSON: a case with every question answered takes a tenth of it. */
const LARGEST_CASE = 50_000;

const answersIn = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => /^(known|answer|none)\./.test(name)));

const problemOf = (shown: Ready, { fr, en }: Text, { content, reason = '' }: Fields): Text | null => {
  if (content !== shown.content) return changedSince;
  if ((shown.tried.tried?.refused.length ?? 1) > 0) return refused;
  if ([fr, en].some((title) => title.length < 3 || title.length > 120)) return noTitle;
  return whyProblem(reason);
};

const nextCaseId = ({ id, changes }: ListedDraft): string => {
  const numbers = changes.flatMap(({ change }) =>
    change.kind === 'addCase' ? [Number(change.id.slice(change.id.lastIndexOf('.') + 1))] : [],
  );
  return `${id}.V.${Math.max(0, ...numbers) + 1}`;
};

const changedSince: Text = {
  fr: 'Le projet a changé depuis que vous avez vu cette conclusion. Relisez-la.',
  en: 'The draft has changed since you saw this conclusion. Read it again.',
};
const refused: Text = {
  fr: 'Une réponse n’a pas été acceptée : corrigez-la pour garder ce cas.',
  en: 'An answer was not accepted: correct it to keep this case.',
};
const noTitle: Text = {
  fr: 'Donnez un nom dans les deux langues, en quelques mots.',
  en: 'Give a name in both languages, in a few words.',
};

const tooLarge = (): Refusal =>
  new Refusal(422, 'case-too-large', { fr: 'Ce cas est trop grand.', en: 'This case is too large.' });
