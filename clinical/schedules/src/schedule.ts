/**
 * A calendar of contacts, as JSON: what the schedule sheet of a protocol becomes once its expressions are parsed. One
 * line says when something is due, from what day it counts, and what makes it stop.
 */
import type { Expression } from '@denba/decisions/expression';
import type { LocalDate } from '@denba/quantities/local-date';
import type { SourceStatus, Text } from '@denba/quantities/text';

export type Schedule = readonly ScheduledContact[];

/** A number of days written in the sheet, or worked out (`p.review_before_days`, `next_visit_days`). */
export type DayCount = number | Expression;

export type ScheduledContact = {
  /** `MAMI.S.03` */
  readonly id: string;
  readonly title: Text;
  /** The day it counts from: birth, enrolment, the last dose, a discharge. Unknown until that has happened. */
  readonly anchor: Expression;
  /** Due this many days after the anchor. */
  readonly dueDays: DayCount;
  /** It may be done this many days before it is due, and not earlier. `null`: not before the due day. */
  readonly windowBeforeDays: DayCount | null;
  /** It may be done until this many days after it is due. `null`: it does not expire. */
  readonly windowAfterDays: DayCount | null;
  /** Due again this many days after it was last done. `null`: once. */
  readonly repeatDays: DayCount | null;
  /** At least this many days after the contact before it: its own last one, or the one before it in a series. */
  readonly minIntervalDays: DayCount | null;
  /** `null`: for everybody. */
  readonly relevant: Expression | null;
  /** `null`: only its window ends it. */
  readonly stopWhen: Expression | null;
  readonly status: SourceStatus;
  readonly source: string;
};

/** What has happened about one scheduled contact. Order does not matter; days after today count for nothing. */
export type History = {
  readonly done: readonly LocalDate[];
  /** Contacts from which `minIntervalDays` counts besides its own: the earlier doses of the series. */
  readonly before: readonly LocalDate[];
  /** Another day agreed with the family for the contact that is due, and why. */
  readonly moved: readonly Move[];
};

export const noHistory: History = { done: [], before: [], moved: [] };

/** The contact due on `from` will be held on `to`: alone, or merged with another visit. */
export type Move = { readonly from: LocalDate; readonly to: LocalDate; readonly reason: string };
