/**
 * What a worker of the demonstration centre recorded, as compact data: which form, about whom, on which day before
 * today, and only the answers that differ from those of a pair in which nothing is wrong. It has no conclusions: the
 * app that saves it works them out with its own protocol, as for a real visit.
 */
import type { JsonObject } from '@denba/records/canonical-json';

/** Days from today: 0 is today, −1 yesterday. */
export type DayOffset = number;

/**
 * Forms under the names that workers use: those of the protocol, and the events of the record that have no form there.
 */
export type DemonstrationForm =
  | 'registration'
  | 'rapid-screen'
  | 'assessment'
  | 'follow-up'
  | 'review'
  | 'exit'
  | 'tracing'
  | 'transfer'
  | 'return-to-care'
  | 'death';

export type DemonstrationDraft = {
  readonly family: string;
  /** The child or the mother; `null`: the family as a whole. */
  readonly subject: string | null;
  readonly form: DemonstrationForm;
  readonly day: DayOffset;
  /** Answers that are added to those of `usualAnswers[usual]`, or replace them. */
  readonly answers: JsonObject;
  readonly usual?: UsualAnswers;
  /** Answers that are dates, as days from today. */
  readonly dates?: Readonly<Record<string, DayOffset>>;
  /** For a registration only: one for each child. */
  readonly infants?: readonly DemonstrationInfant[];
};

export type DemonstrationInfant = {
  readonly child: string;
  readonly bornOn: DayOffset;
  readonly answers: JsonObject;
};

export type UsualAnswers = 'breastfed' | 'cupFed' | 'screen' | 'registration' | 'infant';
