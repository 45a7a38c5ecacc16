/** How an episode may end, and what the protocol proposes: from the review, or from a family that was lost. */

import type { FindingAction } from '@denba/protocols/care/findings/actions-found';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CareStatus } from '@denba/protocols/care/lists/care-status';
import { type OutcomeCode, outcomes } from './leave-entries.ts';

export type ExitProposal = {
  /** `null`: the rules give none. */
  readonly outcome: OutcomeCode | null;
  readonly from: 'review' | 'attendance' | null;
  /** The sentence of the rule. */
  readonly why: string;
  readonly reviewed: boolean;
  /** What the protocol says to do next, for the note. */
  readonly follows: readonly FindingAction[];
  /** What may be chosen: outcomes of a review only after one. A death has its own screen. */
  readonly choices: readonly OutcomeCode[];
};

/** Services to which a child goes on after six months. */
const handOvers: ReadonlySet<string> = new Set(['REFER_WASTING_SEVERE', 'REFER_WASTING_MODERATE', 'GROWTH_MONITORING']);

const beforeReview: readonly OutcomeCode[] = ['R3', 'R4', 'R6'];

/** `review`: findings of the review that was done; `null` when none was. */
export const proposeExit = (
  review: Pick<VisitFindings, 'outcome' | 'actions'> | null,
  status: Pick<CareStatus, 'kind'> | null,
): ExitProposal => {
  const code = outcomes.find((outcome) => outcome === review?.outcome?.code) ?? null;
  const lost = review === null && status?.kind === 'defaulted';
  return {
    outcome: code ?? (lost ? 'R4' : null),
    from: code !== null ? 'review' : lost ? 'attendance' : null,
    why: review?.outcome?.text ?? '',
    reviewed: review !== null,
    follows: review?.actions.filter((action) => handOvers.has(action.code)) ?? [],
    choices: review === null ? beforeReview : ['R1', 'R1b', 'R2', ...beforeReview],
  };
};
