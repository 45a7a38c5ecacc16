/**
 * What a visit found, in two parts: what may stand on a screen that a husband or a neighbour can see, and what the mother
 * told in confidence (mood, thoughts of harming herself, violence, HIV) with all that follows from it alone. Decides
 * nothing and leaves nothing out: together the parts say what the findings say (design.md §6, the mother's privacy).
 */
import type { VisitFindings } from './visit-findings.ts';

const listsOf = ['reasons', 'actions', 'cards', 'escalation'] as const;

export type Confidences = Pick<VisitFindings, (typeof listsOf)[number]> & {
  /** Why the next visit is when it is, where that tells a confidence. */
  readonly nextText: string | null;
  /** Something is to be done before the mother leaves the room, and says so openly without saying what. */
  readonly now: boolean;
};

export type FindingsInParts = {
  readonly open: VisitFindings;
  /** `null`: nothing was asked or told in confidence. */
  readonly confided: Confidences | null;
};

export const inConfidence = (findings: VisitFindings): FindingsInParts => {
  const { reasons, actions, cards, escalation, next } = findings;
  const secret = <Item extends { readonly confided: boolean }>(items: readonly Item[]) =>
    items.filter(({ confided }) => confided);
  const plain = <Item extends { readonly confided: boolean }>(items: readonly Item[]) =>
    items.filter(({ confided }) => !confided);
  const confided = {
    reasons: secret(reasons),
    actions: secret(actions),
    cards: secret(cards),
    escalation: secret(escalation),
    nextText: next?.confided === true ? next.text : null,
  };
  const some = listsOf.some((name) => confided[name].length > 0) || confided.nextText !== null;
  return {
    open: {
      ...findings,
      reasons: plain(reasons),
      actions: plain(actions),
      cards: plain(cards),
      escalation: plain(escalation),
      next: next?.confided === true ? { ...next, text: '' } : next,
    },
    confided: some
      ? {
          ...confided,
          now: confided.escalation.length > 0 || confided.actions.some(({ urgency }) => urgency === 'now'),
        }
      : null,
  };
};
