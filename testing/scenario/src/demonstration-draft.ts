/**
 * What a worker of the demonstration centre wrote, as compact data: which form, about whom, on which day before today,
 * and only the answers that differ from those of a pair about whom nothing is wrong. No conclusions: the app that saves
 * it works them out with its own protocol, as for a real visit.
 */
import type { JsonObject } from '@denba/records/canonical-json';

/** Days from today: 0 today, −1 yesterday. */
export type DayOffset = number;

/** Forms by the name that the worker knows: those of the protocol, and the events of the record that have none. */
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
  /** The child, or the mother; `null`: the family. */
  readonly subject: string | null;
  readonly form: DemonstrationForm;
  readonly day: DayOffset;
  /** What is added to, or said instead of, the answers of `usualAnswers[usual]`. */
  readonly answers: JsonObject;
  readonly usual?: UsualAnswers;
  /** Answers that are dates, as days from today. */
  readonly dates?: Readonly<Record<string, DayOffset>>;
  /** Registration only: one for each child. */
  readonly infants?: readonly DemonstrationInfant[];
};

export type DemonstrationInfant = {
  readonly child: string;
  readonly bornOn: DayOffset;
  readonly answers: JsonObject;
};

export type UsualAnswers = 'breastfed' | 'cupFed' | 'screen' | 'registration' | 'infant';
