/**
 * The simulated families as they come from the build (`virtual:denba-demonstration`): a copy of the shape that
 * `testing/scenario` writes, because the product imports nothing from there.
 */
import type { JsonObject } from '@denba/records/canonical-json';

export type Demonstration = {
  readonly drafts: readonly DemonstrationDraft[];
  /** Answers of a pair about whom nothing is wrong, by kind. */
  readonly usualAnswers: Readonly<Record<string, JsonObject>>;
  /** How many families there will be. */
  readonly families: number;
};

/** Days from today: 0 today, −1 yesterday. */
export type DayOffset = number;

export type DemonstrationDraft = {
  readonly family: string;
  readonly subject: string | null;
  readonly form: string;
  readonly day: DayOffset;
  readonly answers: JsonObject;
  readonly usual?: string;
  readonly dates?: Readonly<Record<string, DayOffset>>;
  readonly infants?: readonly {
    readonly child: string;
    readonly bornOn: DayOffset;
    readonly answers: JsonObject;
  }[];
};
