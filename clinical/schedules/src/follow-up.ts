/**
 * Whether a family in follow-up is coming, missing, defaulted or back, and which searches are due.
 *
 * - **Missed visit**: not seen within 7 days after the due date, or 3 days when the agreed interval is 7 days or less.
 * - **Defaulter**: two due visits in a row missed and a tracing attempted, or no contact for 28 days; before six
 *   months.
 * - **Return**: seen again before six months; the same episode goes on.
 * - One missed visit requires a call or a visit of the community health worker within 3 days; two require a home visit.
 *
 * Source: mami.md §5.2 and §1.8 (defaults of that document, all awaiting approval); every number is a parameter. Where
 * the source is silent, we decided: "no contact" counts from the missed due date (an infant seen every 28 days does not
 * default on the day of the visit), from the last visit when no date was agreed, and again from a tracing that reached
 * the family; after a missed visit the next one is expected one agreed interval later, and not before
 * `rebookAfterDays`; nothing is missed while the infant is in hospital, and a visit is due `resumeAfterDays` after the
 * discharge.
 */
import { fromDayNumber, type LocalDate, toDayNumber } from '@denba/quantities/local-date';
import { type Absence, absencesOf } from './absence.ts';
import type { Episode, FollowUpRules } from './episode.ts';
import { type TracingTask, tracingTasks } from './tracing.ts';

export type FollowUp = {
  readonly status: 'notEnrolled' | 'active' | 'missed' | 'defaulted' | 'inHospital' | 'reviewDue' | 'ended';
  /** The visit that is expected now; `null` when no date was agreed or none is expected. */
  readonly expectedOn: LocalDate | null;
  /** Due visits missed in a row since the last contact. */
  readonly missed: readonly { readonly due: LocalDate; readonly missedOn: LocalDate }[];
  readonly defaultedOn: LocalDate | null;
  readonly returns: readonly { readonly on: LocalDate; readonly defaultedOn: LocalDate }[];
  readonly tasks: readonly TracingTask[];
};

export const followUp = (episode: Episode, rules: FollowUpRules, today: LocalDate): FollowUp => {
  const absences = absencesOf(episode, rules, toDayNumber(today));
  const current = absences.at(-1);
  const returns = absences.flatMap(returnAfter);
  if (current === undefined) return { ...quiet, status: 'notEnrolled', returns };
  if (episode.exitedOn !== null && episode.exitedOn <= today) return { ...quiet, status: 'ended', returns };
  if (current.end.kind === 'hospital') return { ...quiet, status: 'inHospital', returns };
  const { expected, missed, defaultedOn } = current;
  return {
    status: statusOf(current, episode.until <= today),
    expectedOn: expected === null ? null : fromDayNumber(expected),
    missed: missed.map(({ due, missedOn }) => ({ due: fromDayNumber(due), missedOn: fromDayNumber(missedOn) })),
    defaultedOn: defaultedOn === null ? null : fromDayNumber(defaultedOn),
    returns,
    tasks: tracingTasks(missed, episode.tracings, rules, today),
  };
};

const quiet = { expectedOn: null, missed: [], defaultedOn: null, tasks: [] } as const;

const statusOf = ({ defaultedOn, missed }: Absence, isReviewDue: boolean): FollowUp['status'] => {
  if (defaultedOn !== null) return 'defaulted';
  if (isReviewDue) return 'reviewDue';
  return missed.length > 0 ? 'missed' : 'active';
};

const returnAfter = ({ defaultedOn, end }: Absence): FollowUp['returns'] =>
  defaultedOn !== null && end.kind === 'seen' && end.beforeLimit
    ? [{ on: fromDayNumber(end.day), defaultedOn: fromDayNumber(defaultedOn) }]
    : [];
