/**
 * Whether a half-filled visit may be given up as one opened by mistake, which keeps nothing of it. Not allowed while it
 * shows a danger, or when another user wrote in it.
 */
import { callsForHelpNow } from '@denba/protocols/care/findings/emerging-danger';
import { emergingFindings } from '@denba/protocols/care/findings/emerging-findings';
import { startVisit, type VisitState } from '@denba/protocols/care/visit/visit-state';
import type { Language } from '@denba/quantities/text';
import type { RunningProtocol } from '../shell/protocol/protocol.ts';
import type { VisitDraft } from './visit-draft.ts';

export type GivingUp =
  | { readonly kind: 'offered'; readonly answered: number }
  | { readonly kind: 'danger' | 'another-user' | 'unknown-user' };

export const givingUp = (
  state: VisitState,
  draft: VisitDraft | null,
  user: string,
  { content }: Pick<RunningProtocol, 'content'>,
  language: Language,
): GivingUp => {
  const { assessment } = state;
  if (emergingFindings(assessment, language, content).urgent || callsForHelpNow(assessment, content))
    return { kind: 'danger' };
  if (draft !== null && draft.writers === null) return { kind: 'unknown-user' };
  if (draft?.writers?.some((writer) => writer !== user) === true) return { kind: 'another-user' };
  return { kind: 'offered', answered: answered(state) };
};

/** The number of answers, without those that were filled in beforehand. */
const answered = ({ engine, filling, opening }: VisitState): number => {
  const before = startVisit(engine, opening).filling.answers.byPath;
  return Object.entries(filling.answers.byPath).filter(([path, { input }]) => before[path]?.input !== input).length;
};
