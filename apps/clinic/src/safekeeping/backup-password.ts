/**
 * What the password of a backup must be. The file leaves the phone: somebody who finds it can try passwords for years,
 * so the six digits that are enough on the phone are not enough here. Length does most: several plain words are better
 * than one strange one, and easier to keep.
 */
export const SHORTEST = 12;
const FEWEST_DIFFERENT = 6;

export type PasswordProblem = 'tooShort' | 'onlyDigits' | 'tooAlike';

/** `null`: good enough. Spaces count, so that words may be parted. */
export const passwordProblem = (password: string): PasswordProblem | null => {
  const characters = [...password.trim()];
  if (characters.length < SHORTEST) return 'tooShort';
  if (/^[\p{N}\s.,/-]*$/u.test(password)) return 'onlyDigits';
  return new Set(characters.map((character) => character.toLocaleLowerCase('fr'))).size < FEWEST_DIFFERENT
    ? 'tooAlike'
    : null;
};

/**
 * One and the same password however a keyboard composes its accents, and without the space that a phone adds after the
 * last word.
 */
export const samePassword = (password: string): string => password.normalize('NFC').trim();
