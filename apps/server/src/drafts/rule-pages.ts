/** The page on which a rule is added to a draft: shows the form, reports problems at its cells, stores the rule. */
import { draftAddress } from '@denba/portal/draft/draft-address';
import { rulePage } from '@denba/portal/draft/rule-page';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { refuseRule } from '@denba/protocols/what-if/draft/refuse-rule';
import type { Text } from '@denba/quantities/text';
import type { adminPages } from '../admin/admin-pages.ts';
import type { OwnVisit } from '../admin/visit.ts';
import { notFound } from '../http/refusal.ts';
import type { ManagedSite } from '../managed-site.ts';
import { portalVisit } from '../portal/portal-visits.ts';
import { LONGEST_CELL, whyProblem } from './change-limits.ts';
import type { DraftDesk } from './draft-desk.ts';
import { type ListedDraft, putChange } from './draft-store.ts';
import { type AddedRule, addedRule, asTyped, newRuleOf, nextRuleId, typedRule } from './rule-form.ts';

type BaseTo = (visit: OwnVisit) => Promise<{ readonly draft: ListedDraft; readonly protocol: CompiledProtocol }>;

export const rulePages = (
  { own }: ReturnType<typeof adminPages>,
  site: ManagedSite,
  desk: DraftDesk,
  baseTo: BaseTo,
): void => {
  /** `rule`: empty for a new one. */
  const tableTo = async (visit: OwnVisit, table: string, rule: string) => {
    const { draft, protocol } = await baseTo(visit);
    const cells = await desk.cells(draft);
    const kept = rule === '' ? null : addedRule(draft, table, rule);
    const isThere = protocol.tables.some(({ id }) => id === table) && (rule === '' || kept !== null);
    if (cells === null || !isThere) throw notFound();
    return { draft, protocol, cells, kept };
  };
  own.page('/drafts/:draft/rule', async (visit) => {
    const asked = new URLSearchParams(visit.search);
    const [table, rule] = [asked.get('table') ?? '', asked.get('rule') ?? ''];
    const { draft, protocol, cells, kept } = await tableTo(visit, table, rule);
    const filled = kept?.change ?? { kind: 'addRow', table, before: null, cells: {} };
    const page = newRuleOf(protocol, cells, filled, rule || null);
    if (page === null) throw notFound();
    return rulePage(portalVisit(visit), draft, page, asTyped(filled, kept?.reason ?? '', {}));
  });
  own.form('/drafts/:draft/rule', async (visit) => {
    const { table = '', rule = '', reason = '' } = visit.fields;
    const { draft, protocol, cells } = await tableTo(visit, table, rule);
    const ruleOf = (now: ListedDraft) => typedRule(protocol, cells, visit.fields, rule || nextRuleId(now, table));
    const change = ruleOf(draft);
    const problems = problemsOf(protocol, change, reason);
    const page = newRuleOf(protocol, cells, change, rule || null);
    if (page === null) throw notFound();
    if (Object.keys(problems).length > 0) {
      const shown = rulePage(portalVisit(visit), draft, page, asTyped(change, reason, problems));
      return { page: shown, status: 422, cookies: [] };
    }
    await putChange(site, visit.viewer, draft.id, (now) => ({ change: ruleOf(now), reason: reason.trim() }));
    return { to: `${draftAddress(draft.id)}#changes` };
  });
};

const problemsOf = (protocol: CompiledProtocol, change: AddedRule, reason: string): Readonly<Record<string, Text>> => {
  const why = whyProblem(reason);
  const long = Object.entries(change.cells).filter(([, text]) => text.length > LONGEST_CELL);
  return {
    ...refuseRule(protocol, change),
    ...Object.fromEntries(long.map(([column]) => [column, tooLong])),
    ...(why === null ? {} : { why }),
  };
};

const tooLong: Text = { fr: 'Écrivez plus court.', en: 'Write less.' };
