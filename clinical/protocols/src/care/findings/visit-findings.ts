/**
 * The findings of a visit in the words that the worker is shown, as plain JSON. The result screen shows exactly this,
 * and the entry stores it beside the answers (stored-findings.ts), so that years later the record says what was on the
 * screen and which version of which rules produced it.
 */
import { isDate, toLocalDate } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import type { Assessment } from '../../assess/assessment.ts';
import { valueIn } from '../../assess/live-assessment.ts';
import type { CompiledProtocol, TablePart } from '../../compile/compiled-protocol.ts';
import { type MissingItem, missingItems } from '../../explain/missing-items.ts';
import { type ReasonParts, reasonParts } from '../../explain/reason-parts.ts';
import { actionsFound, beforeDeparture, type FindingAction } from './actions-found.ts';
import { type EmergingFindings, emergingFindings, isScreen } from './emerging-findings.ts';
import { keptConclusions } from './kept-conclusions.ts';
import { confidedCodes, indexOf } from './protocol-index.ts';
import { codesOf, linesOf, rowOf, type ToldRow, textOf } from './told-rows.ts';

export type FindingReason = ReasonParts & {
  readonly table: string;
  readonly part: TablePart;
  /** True when the row is ours (`default`) and not yet approved by a clinician: it is shown as « à valider ». */
  readonly aValider: boolean;
  /** True when told in confidence (mood, violence, HIV): never printed on a paper that the family carries. */
  readonly confided: boolean;
};

export type VisitFindings = EmergingFindings & {
  readonly language: Language;
  readonly dangerAnswered: boolean;
  readonly incomplete: boolean;
  readonly reasons: readonly FindingReason[];
  readonly missing: readonly MissingItem[];
  /** Values that were refused as impossible; they counted as unknown. */
  readonly refused: readonly { readonly element: string; readonly text: string }[];
  /** Codes of the actions to be done before departure. */
  readonly preReferral: readonly string[];
  /** Sorted by urgency, the most urgent first. */
  readonly actions: readonly FindingAction[];
  readonly cards: readonly { readonly id: string; readonly title: string; readonly confided: boolean }[];
  readonly next:
    | (ToldRow & { readonly confided: boolean } & { readonly days: number; readonly on: LocalDate | null })
    | null;
  readonly enrolment: (ToldRow & { readonly proposal: string; readonly reasons: readonly string[] }) | null;
  readonly setting: (ToldRow & { readonly code: string }) | null;
  readonly escalation: readonly (ToldRow & {
    readonly trigger: string;
    readonly action: string;
    readonly confided: boolean;
  })[];
  /** The outcome proposed at the review or when care ends; `code` is `null` when the rules give none. */
  readonly outcome: (ToldRow & { readonly code: string | null; readonly service: string | null }) | null;
  readonly screen: (ToldRow & { readonly result: string }) | null;
  /** The class that the worker acts on when she replaced the computed one. */
  readonly override: (ToldRow & { readonly chosen: string; readonly workingClass: string | null }) | null;
  /** Conclusions that later visits and lists read, by the protocol's names (see `kept-conclusions.ts`). */
  readonly kept: Readonly<Record<string, string | number>>;
};

/** Cache of the last findings of each assessment, so that what is saved is what the plan showed. */
const made = new WeakMap<Assessment, { readonly protocol: CompiledProtocol; readonly findings: VisitFindings }>();

export const visitFindings = (
  assessment: Assessment,
  language: Language,
  protocol: CompiledProtocol,
): VisitFindings => {
  const known = made.get(assessment);
  if (known?.protocol === protocol && known.findings.language === language) return known.findings;
  const findings = makeFindings(assessment, language, protocol);
  made.set(assessment, { protocol, findings });
  return findings;
};

const makeFindings = (assessment: Assessment, language: Language, protocol: CompiledProtocol): VisitFindings => {
  const index = indexOf(protocol);
  const { styles, behindClass: behind, essential } = index;
  const screens = isScreen(assessment, protocol);
  const setting = rowOf(assessment, language, 'care');
  const confided = confidedCodes(assessment, protocol);
  const actions = actionsFound(assessment, language, protocol, confided);
  const screened = rowOf(assessment, language, 'screen_conclusion');
  return {
    ...emergingFindings(assessment, language, protocol),
    language,
    dangerAnswered: valueIn(assessment, 'danger_signs_answered') === true,
    incomplete: valueIn(assessment, 'pair_incomplete') === true,
    reasons: assessment.trace.flatMap((entry): FindingReason[] => {
      const part = protocol.parts[entry.table];
      if (part === undefined || screens !== (part === 'screen')) return [];
      if (!screens && (!behind.has(entry.table) || essential.has(entry.table))) return [];
      const parts = reasonParts(entry, language, styles, protocol);
      const told = index.confidedRows.has(entry.row);
      return [{ ...parts, table: entry.table, part, aValider: entry.status === 'default', confided: told }];
    }),
    missing: screens ? [] : missingItems(assessment, protocol, behind, language, styles),
    refused: assessment.problems.map(({ field, message }) => ({ element: field, text: message[language] })),
    preReferral: beforeDeparture(actions).map(({ code }) => code),
    actions,
    cards: codesOf(valueIn(assessment, 'cards')).map((id) => ({
      id,
      title: protocol.cards.find((card) => card.id === id)?.title[language] ?? id,
      confided: confided.has(id),
    })),
    next: nextVisit(assessment, language, protocol),
    enrolment: screens ? null : enrolmentOf(assessment, language),
    setting: setting === null || screens ? null : { ...setting.told, code: String(setting.value('setting')) },
    escalation: linesOf(assessment, language, protocol, 'escalation', 'trigger').map(({ told, value }) => ({
      ...told,
      trigger: String(value('trigger')),
      action: String(value('action')),
      confided: index.confidedRows.has(told.row),
    })),
    outcome: screens ? null : outcomeOf(assessment, language),
    screen: screened === null || !screens ? null : { ...screened.told, result: String(screened.value('result')) },
    override: overrideOf(assessment, language),
    kept: keptConclusions(assessment),
  };
};

/** The shortest interval among the rows that fired, with the row that asks for it. */
const nextVisit = (assessment: Assessment, language: Language, protocol: CompiledProtocol): VisitFindings['next'] => {
  const days = valueIn(assessment, 'next_visit_days');
  const due = valueIn(assessment, 'next_visit_due');
  if (typeof days !== 'number') return null;
  const asked = linesOf(assessment, language, protocol, 'follow_up', 'days').find(
    ({ value }) => value('days') === days,
  );
  const { row, text } = asked?.told ?? { row: '', text: '' };
  const confided = indexOf(protocol).confidedRows.has(row);
  return { days, on: isDate(due) ? toLocalDate(due) : null, row, text, confided };
};

const enrolmentOf = (assessment: Assessment, language: Language): VisitFindings['enrolment'] => {
  const rule = rowOf(assessment, language, 'enrolment_rule');
  const proposal = rule === null ? null : textOf(rule.value('proposal'));
  if (rule === null || proposal === null) return null;
  return { ...rule.told, proposal, reasons: codesOf(valueIn(assessment, 'enrol_reasons')) };
};

/** `null` while care goes on and no review was done: there is no outcome to report then. */
const outcomeOf = (assessment: Assessment, language: Language): VisitFindings['outcome'] => {
  const rule = rowOf(assessment, language, 'six_month_outcome');
  const code = textOf(valueIn(assessment, 'outcome'));
  if (rule === null || (code === null && valueIn(assessment, 'reviewed') !== true)) return null;
  return { ...rule.told, code, service: textOf(valueIn(assessment, 'review_referral')) };
};

const overrideOf = (assessment: Assessment, language: Language): VisitFindings['override'] => {
  const chosen = textOf(valueIn(assessment, 'override_class'));
  const rule = rowOf(assessment, language, 'override');
  if (chosen === null || rule === null) return null;
  return { ...rule.told, chosen, workingClass: textOf(valueIn(assessment, 'working_class')) };
};
