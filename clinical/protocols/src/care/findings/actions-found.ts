/** What must be done after a visit: the actions that the protocol concluded, in the protocol's words. */
import type { Language, SourceStatus } from '@denba/quantities/text';
import type { Assessment } from '../../assess/assessment.ts';
import { valueIn } from '../../assess/live-assessment.ts';
import type { Action, CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { confidedCodes } from './protocol-index.ts';
import { codesOf } from './told-rows.ts';

export type FindingAction = {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly status: SourceStatus;
  readonly kind: string;
  readonly urgency: Action['urgency'];
  /** True when the action is called for only by rows that were told in confidence (see `protocol-index.ts`). */
  readonly confided: boolean;
};

const urgencyRank = { now: 0, today: 1 } as const;
const rankOf = (urgency: Action['urgency']): number => (urgency === null ? 2 : urgencyRank[urgency]);

/**
 * Sorted by urgency, then in the order of the sheet. A code that `actions.csv` does not have is kept, with the code as
 * its title.
 */
export const actionsFound = (
  assessment: Assessment,
  language: Language,
  protocol: CompiledProtocol,
  confided: ReadonlySet<string> = confidedCodes(assessment, protocol),
): readonly FindingAction[] => {
  const codes = codesOf(valueIn(assessment, 'actions'));
  const known = protocol.actions.filter(({ code }) => codes.includes(code));
  const strange = codes.filter((code) => !protocol.actions.some((action) => action.code === code));
  return [
    ...known
      .toSorted((a, b) => rankOf(a.urgency) - rankOf(b.urgency))
      .map(({ code, title, text, status, kind, urgency }) => ({
        code,
        title: title[language],
        text: text[language],
        status,
        kind,
        urgency,
        confided: confided.has(code),
      })),
    ...strange.map((code) => ({
      code,
      title: code,
      text: '',
      status: 'default' as const,
      kind: '',
      urgency: null,
      confided: confided.has(code),
    })),
  ];
};

/** The actions to be done before the patient is referred and leaves. */
export const beforeDeparture = (actions: readonly FindingAction[]): readonly FindingAction[] =>
  actions.filter(({ kind }) => kind === 'prereferral');
