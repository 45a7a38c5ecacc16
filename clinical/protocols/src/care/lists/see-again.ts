/**
 * A child who was never in care was assessed without being enrolled, and a day was agreed to see it again: for a risk
 * factor to be watched, or an assessment to be completed. No stay in care holds that day. It is valid until the child
 * is seen again, leaves or is enrolled, and not when the family declined follow-up.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { entriesAbout } from '../known-facts/entries-about.ts';
import { answerIn } from '../known-facts/last-said.ts';
import { isMamiVisit, visitsOf } from '../known-facts/visits-of.ts';

/** `since`: the day of the assessment; `agreed`: the agreed day. */
export type SeeAgain = { readonly since: LocalDate; readonly agreed: LocalDate };

const ending = ['transfer', 'refusal', 'mami-exit', 'death'] as const;

export const seeAgain = (timeline: Timeline, child: PersonId): SeeAgain | null => {
  const last = visitsOf(timeline, child).at(-1);
  if (last === undefined || !isMamiVisit(last)) return null;
  const agreed = answerIn(last, 'next_due');
  const decision = answerIn(last, 'enrolment_decision');
  if (typeof agreed !== 'string' || decision === 'enrolled' || decision === 'declined') return null;
  const ended = [child, null].some((who) =>
    entriesAbout(timeline, who, ...ending).some(({ occurredOn }) => occurredOn >= last.occurredOn),
  );
  return ended ? null : { since: last.occurredOn, agreed: agreed as LocalDate };
};
