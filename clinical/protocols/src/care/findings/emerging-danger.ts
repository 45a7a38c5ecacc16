/**
 * The content of the danger banner while a visit is being answered: the signs by name, and the care before departure.
 * Same result as the open part of the findings (`told-in-confidence.ts`), without computing all findings at each
 * answer.
 */
import type { Language } from '@denba/quantities/text';
import type { Assessment } from '../../assess/assessment.ts';
import { traceOf, valueIn } from '../../assess/live-assessment.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { actionsFound, beforeDeparture, type FindingAction } from './actions-found.ts';
import { isScreen } from './emerging-findings.ts';
import { indexOf } from './protocol-index.ts';
import { codesOf } from './told-rows.ts';

export type EmergingDanger = {
  /** A sentence for each danger sign, except those told in confidence; empty at a screen, which names no signs. */
  readonly signs: readonly string[];
  /** Care to be given before departure, except what is confidential. */
  readonly care: readonly FindingAction[];
};

export const dangerTables: ReadonlySet<string> = new Set(['yi_danger', 'child_danger', 'mother_danger']);

export const emergingDanger = (
  assessment: Assessment,
  language: Language,
  protocol: CompiledProtocol,
): EmergingDanger => {
  const { confidedRows } = indexOf(protocol);
  const named = isScreen(assessment, protocol) ? [] : traceOf(assessment, dangerTables);
  return {
    signs: named.flatMap(({ row, reason }) => (confidedRows.has(row) ? [] : [reason[language]])),
    care: beforeDeparture(actionsFound(assessment, language, protocol)).filter(({ confided }) => !confided),
  };
};

/**
 * True when a danger sign was noted, or when an action is urgent (`now`) or concerns the safety of the mother or the
 * infant, whether told in confidence or not.
 */
export const callsForHelpNow = (assessment: Assessment, { actions }: CompiledProtocol): boolean => {
  const codes = codesOf(valueIn(assessment, 'actions'));
  const cannotWait = actions.filter(({ urgency, kind }) => urgency === 'now' || kind === 'safety');
  return traceOf(assessment, dangerTables).length > 0 || cannotWait.some(({ code }) => codes.includes(code));
};
