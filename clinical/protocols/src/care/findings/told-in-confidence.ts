/**
 * Splits the findings of a visit into what may be shown on a screen that a husband or a neighbour can see, and what the
 * mother told in confidence (mood, thoughts of harming herself, violence, HIV) with everything that follows from it
 * alone. Nothing is decided or left out: both parts together are the complete findings.
 */
import type { VisitFindings } from './visit-findings.ts';

const listsOf = ['reasons', 'actions', 'cards', 'escalation'] as const;

export type Confidences = Pick<VisitFindings, (typeof listsOf)[number]> & {
  /** The reason for the day of the next visit, when it would reveal something confidential; else `null`. */
  readonly nextText: string | null;
  /** True when something must be done before the mother leaves the room. Shown openly, without saying what. */
  readonly now: boolean;
};

export type FindingsInParts = {
  readonly open: VisitFindings;
  /** `null` when the findings hold nothing confidential. */
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
