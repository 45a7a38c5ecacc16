/**
 * A short case for training. It does not contain the right answer: the protocol of this phone computes it, so that it
 * follows changes of the protocol.
 */

import type { Text } from '@denba/quantities/text';
import type { JsonObject } from '@denba/records/canonical-json';

export type TrainingCase = {
  /** For example `MAMI.C.01`. */
  readonly id: string;
  readonly title: Text;
  /** Name of a picture in the kit. */
  readonly picture: string;
  readonly story: Text;
  /** All findings, shown to the learner or not: the inputs of the assessment. */
  readonly given: JsonObject;
  /** Names of the findings that the learner sees, in this order. */
  readonly shown: readonly string[];
  /** Codes of the actions from which the learner chooses. */
  readonly choose: readonly string[];
  /** What to remember, shown after the answer. */
  readonly lesson: Text;
};
