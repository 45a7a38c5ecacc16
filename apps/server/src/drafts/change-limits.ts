/** Limits of the text of a change, and the check that it has a reason. */
import type { Text } from '@denba/quantities/text';

const SHORTEST = 3;
const LONGEST = 500;

/** Limit in characters of a cell of a sheet. */
export const LONGEST_CELL = 300;

/** Returns `null` when the reason of a change is acceptable. */
export const whyProblem = (reason: string): Text | null =>
  reason.trim().length < SHORTEST || reason.length > LONGEST
    ? { fr: 'Écrivez pourquoi, en quelques mots.', en: 'Write why, in a few words.' }
    : null;
