/** How much may be typed with a change, and that it says why. */
import type { Text } from '@denba/quantities/text';

const SHORTEST = 3;
const LONGEST = 500;

/** Characters in a cell of a sheet. */
export const LONGEST_CELL = 300;

/** `null`: it says why somebody wants the change. */
export const whyProblem = (reason: string): Text | null =>
  reason.trim().length < SHORTEST || reason.length > LONGEST
    ? { fr: 'Écrivez pourquoi, en quelques mots.', en: 'Write why, in a few words.' }
    : null;
