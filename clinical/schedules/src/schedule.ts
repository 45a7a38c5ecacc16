/**
 * A calendar of contacts, as JSON: what the schedule sheet of a protocol becomes once its expressions are parsed. Each
 * line says when a contact is due, from which day that counts, and what ends it.
 */
import type { Expression } from '@denba/decisions/expression';
import type { LocalDate } from '@denba/quantities/local-date';
import type { SourceStatus, Text } from '@denba/quantities/text';

export type Schedule = readonly ScheduledContact[];

/** A number of days, either written in the sheet or computed (`p.review_before_days`, `next_visit_days`). */
export type DayCount = number | Expression;

export type ScheduledContact = {
  /** For example `MAMI.S.03`. */
  readonly id: string;
  readonly title: Text;
  /**
   * The day from which `dueDays` counts: birth, enrolment, the last dose, a discharge. Unknown until that has happened.
   */
  readonly anchor: Expression;
  /** The contact is due this many days after the anchor. */
  readonly dueDays: DayCount;
  /** The contact may be held at most this many days before it is due. `null`: not before the due day. */
  readonly windowBeforeDays: DayCount | null;
  /** The contact may be held until this many days after it is due. `null`: it does not expire. */
  readonly windowAfterDays: DayCount | null;
  /** The contact is due again this many days after it was last held. `null`: it is held once. */
  readonly repeatDays: DayCount | null;
  /** Minimum number of days after the previous contact: its own last one, or the one before it in a series. */
  readonly minIntervalDays: DayCount | null;
  /** `null`: relevant for everybody. */
  readonly relevant: Expression | null;
  /** Ends the contact once it is true; `null`: only the window ends it. */
  readonly stopWhen: Expression | null;
  readonly status: SourceStatus;
  readonly source: string;
};

/** What has happened about one scheduled contact, in any order. Days after today are ignored. */
export type History = {
  readonly done: readonly LocalDate[];
  /** Other contacts from which `minIntervalDays` counts: the earlier doses of the series. */
  readonly before: readonly LocalDate[];
  /** Moves to another day that was agreed with the family, with the reason. */
  readonly moved: readonly Move[];
};

export const noHistory: History = { done: [], before: [], moved: [] };

/** The contact due on `from` will be held on `to`, alone or merged with another visit. */
export type Move = { readonly from: LocalDate; readonly to: LocalDate; readonly reason: string };
