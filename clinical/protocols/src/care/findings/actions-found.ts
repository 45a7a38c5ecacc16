/** What is to be done after a visit: the actions that the protocol concludes, in its own words. */
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
  /** Nothing but what was told in confidence asks for it. */
  readonly confided: boolean;
};

const urgencyRank = { now: 0, today: 1 } as const;
const rankOf = (urgency: Action['urgency']): number => (urgency === null ? 2 : urgencyRank[urgency]);

/** By urgency, then as the sheet orders them. An action that the sheet does not have is kept by its code. */
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

/** Codes of the actions that come before departure. */
export const beforeDeparture = (actions: readonly FindingAction[]): readonly FindingAction[] =>
  actions.filter(({ kind }) => kind === 'prereferral');
