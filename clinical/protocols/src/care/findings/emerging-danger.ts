/**
 * What the danger banner says while a visit is answered: the signs by their names, and the care before departure. The
 * same as the findings say of what stands openly (`told-in-confidence.ts`), without making all of them at each answer.
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
  /** A sentence for each sign, without those told in confidence; none at a screen, which names no sign. */
  readonly signs: readonly string[];
  /** What is given on the spot. */
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
 * A danger sign is noted, or something that cannot wait: what is to be done now, and whatever concerns the safety of the
 * mother or the infant, told in confidence or not.
 */
export const callsForHelpNow = (assessment: Assessment, { actions }: CompiledProtocol): boolean => {
  const codes = codesOf(valueIn(assessment, 'actions'));
  const cannotWait = actions.filter(({ urgency, kind }) => urgency === 'now' || kind === 'safety');
  return traceOf(assessment, dangerTables).length > 0 || cannotWait.some(({ code }) => codes.includes(code));
};
