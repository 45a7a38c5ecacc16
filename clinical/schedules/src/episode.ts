/** What is recorded about one infant's follow-up, and the numbers by which it is judged (`follow-up.ts` tells how). */
import type { LocalDate } from '@denba/quantities/local-date';

export type FollowUpRules = {
  /** A visit is missed when the family is not seen within this many days after the due day (7). */
  readonly missedAfterDays: number;
  /** The same when the agreed interval is at most `shortIntervalDays` (3, for 7). */
  readonly missedAfterDaysShort: number;
  readonly shortIntervalDays: number;
  /** After a missed visit the next one is expected this many days later at the soonest (7). */
  readonly rebookAfterDays: number;
  /** After a discharge from hospital the infant is expected this many days later, unless a date was agreed (7). */
  readonly resumeAfterDays: number;
  /** Visits missed in a row that make a defaulter, once tracing was attempted (2). */
  readonly defaultMisses: number;
  /** Days without contact that make a defaulter, tracing or not (28). */
  readonly noContactDays: number;
  /** Days in which a tracing task is to be done (3). */
  readonly traceWithinDays: number;
  /** Visits missed in a row that ask for a home visit (2). */
  readonly homeVisitMisses: number;
};

export type Episode = {
  /** Enrolment first; each with the date agreed for the next, `null` when none was. In any order. */
  readonly visits: readonly AgreedAt[];
  readonly tracings: readonly Tracing[];
  readonly hospitalStays: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  /** Six months of age by the protocol's rule: from that day nobody defaults, the review is due. */
  readonly until: LocalDate;
  /** `null` while the episode is open. */
  readonly exitedOn: LocalDate | null;
};

/** A contact, and the day that was agreed at it. */
export type AgreedAt = {
  readonly on: LocalDate;
  readonly next: LocalDate | null;
  /** Agreed elsewhere: told to the worker, and decides nothing. */
  readonly by?: 'hospital';
};

export type Tracing = {
  readonly on: LocalDate;
  readonly by: 'call' | 'visit';
  /** `null`: not recorded; the attempt counts, the contact does not. */
  readonly reached: boolean | null;
};
