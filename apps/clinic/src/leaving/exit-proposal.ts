/** The outcomes with which an episode may end, and the one proposed: by a review, or for a family that defaulted. */

import type { FindingAction } from '@denba/protocols/care/findings/actions-found';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CareStatus } from '@denba/protocols/care/lists/care-status';
import { type OutcomeCode, outcomes } from './leave-entries.ts';

export type ExitProposal = {
  /** `null` when the rules give no outcome. */
  readonly outcome: OutcomeCode | null;
  readonly from: 'review' | 'attendance' | null;
  /** The sentence of the rule that gives the outcome. */
  readonly why: string;
  readonly reviewed: boolean;
  /** The next steps by the protocol, for the note. */
  readonly follows: readonly FindingAction[];
  /** The outcomes to choose from; those of a review only after one. A death has its own screen. */
  readonly choices: readonly OutcomeCode[];
};

/** Actions that hand the child over to another service after six months. */
const handOvers: ReadonlySet<string> = new Set(['REFER_WASTING_SEVERE', 'REFER_WASTING_MODERATE', 'GROWTH_MONITORING']);

const beforeReview: readonly OutcomeCode[] = ['R3', 'R4', 'R6'];

/** `review`: the findings of the completed review; `null` when there was none. */
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
