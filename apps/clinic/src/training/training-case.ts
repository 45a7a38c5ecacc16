/**
 * A short case to learn with. What is right is not in it: the protocol of this phone works it out, so that the answer
 * follows when the protocol changes.
 */

import type { Text } from '@denba/quantities/text';
import type { JsonObject } from '@denba/records/canonical-json';

export type TrainingCase = {
  /** `MAMI.C.01` */
  readonly id: string;
  readonly title: Text;
  /** Name of a picture of the kit. */
  readonly picture: string;
  readonly story: Text;
  /** Everything that was found, said or not: the inputs of an assessment. */
  readonly given: JsonObject;
  /** Names of the findings that the learner sees, in this order. */
  readonly shown: readonly string[];
  /** Codes of the actions to choose among. */
  readonly choose: readonly string[];
  /** What to remember, after the answer. */
  readonly lesson: Text;
};
