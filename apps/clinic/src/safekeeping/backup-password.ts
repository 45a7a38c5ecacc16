/**
 * The rules for the password of a backup. The file leaves the phone, and somebody who finds it can try passwords for
 * years, so a PIN of six digits is not enough here. Length helps most: several plain words are better than one strange
 * word, and easier to remember.
 */
export const SHORTEST = 12;
const FEWEST_DIFFERENT = 6;

export type PasswordProblem = 'tooShort' | 'onlyDigits' | 'tooAlike';

/** Returns `null` when the password is good enough. Spaces count as characters, so that words may be separated. */
export const passwordProblem = (password: string): PasswordProblem | null => {
  const characters = [...password.trim()];
  if (characters.length < SHORTEST) return 'tooShort';
  if (/^[\p{N}\s.,/-]*$/u.test(password)) return 'onlyDigits';
  return new Set(characters.map((character) => character.toLocaleLowerCase('fr'))).size < FEWEST_DIFFERENT
    ? 'tooAlike'
    : null;
};

/**
 * Normalises a password, so that it is the same however the keyboard composes accents, and without the space that a
 * phone adds after the last word.
 */
export const samePassword = (password: string): string => password.normalize('NFC').trim();
