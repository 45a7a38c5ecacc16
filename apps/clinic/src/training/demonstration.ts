/**
 * The simulated families that the build provides (`virtual:denba-demonstration`). This type repeats the format that
 * `testing/scenario` writes, because the product imports nothing from there.
 */
import type { JsonObject } from '@denba/records/canonical-json';

export type Demonstration = {
  readonly drafts: readonly DemonstrationDraft[];
  /** By kind: the answers of a pair with nothing wrong. */
  readonly usualAnswers: Readonly<Record<string, JsonObject>>;
  /** The number of simulated families. */
  readonly families: number;
};

/** Days from today: 0 is today, −1 yesterday. */
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
