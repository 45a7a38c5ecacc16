/** The records of one infant's follow-up, and the numbers by which it is judged (by the rules in `follow-up.ts`). */
import type { LocalDate } from '@denba/quantities/local-date';

export type FollowUpRules = {
  /** A visit is missed when the family is not seen within this many days after the due day (7). */
  readonly missedAfterDays: number;
  /** The same number when the agreed interval is at most `shortIntervalDays` (3, for 7). */
  readonly missedAfterDaysShort: number;
  readonly shortIntervalDays: number;
  /** After a missed visit the next one is expected at least this many days later (7). */
  readonly rebookAfterDays: number;
  /** After a discharge from hospital the infant is expected this many days later, unless a date was agreed (7). */
  readonly resumeAfterDays: number;
  /** Number of visits missed in a row after which the family defaults, once tracing was attempted (2). */
  readonly defaultMisses: number;
  /** Number of days without contact after which the family defaults, with or without tracing (28). */
  readonly noContactDays: number;
  /** Number of days within which a tracing task must be done (3). */
  readonly traceWithinDays: number;
  /** Number of visits missed in a row after which a home visit is required (2). */
  readonly homeVisitMisses: number;
};

export type Episode = {
  /** All visits from enrolment on, in any order; each with the day agreed for the next one, `null` when none was. */
  readonly visits: readonly AgreedAt[];
  readonly tracings: readonly Tracing[];
  readonly hospitalStays: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  /** The day of six months of age by the protocol's rule: from then on nobody defaults, and the review is due. */
  readonly until: LocalDate;
  /** `null` while the episode is open. */
  readonly exitedOn: LocalDate | null;
};

/** A contact, and the day for the next visit that was agreed at it. */
export type AgreedAt = {
  readonly on: LocalDate;
  readonly next: LocalDate | null;
  /** The hospital agreed the day. Shown to the worker only; no rule reads it. */
  readonly by?: 'hospital';
};

export type Tracing = {
  readonly on: LocalDate;
  readonly by: 'call' | 'visit';
  /** `null`: not recorded. The tracing then counts as an attempt, not as a contact. */
  readonly reached: boolean | null;
};
