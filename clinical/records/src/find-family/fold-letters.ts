/**
 * Normalises spelling by removing what is often left out in a hurry: case, accents, apostrophes. Letters of every
 * script are kept; the table below lists only letters that Unicode does not decompose.
 */

/** Letters of Mande, Fula and Hausa alphabets, ligatures, and Arabic letters that are often written for one another. */
const letterFor: Readonly<Record<string, string>> = {
  ŋ: 'ng',
  ɲ: 'ny',
  ñ: 'ny',
  ɛ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ـ: '',
};
const spelledOut = (letter: string): string => letterFor[letter] ?? letter;
const unusual = new RegExp(`[${Object.keys(letterFor).join('')}]`, 'g');

/** Includes U+02BC and U+02BB: keyboards for African languages write N’Diaye with them. */
const apostrophes = /['’‘`´ʼʻ]/g;

/** Longer words are cut: nobody searches for a family by the thirty-first letter. */
const LONGEST_WORD = 30;

/** Converts to lower case, without accents and apostrophes, with ASCII digits; everything else is unchanged. */
export const foldLetters = (text: string): string => {
  const french = text.toLowerCase().replace(apostrophes, '').replace(/[à-ÿ]/g, withoutFrenchAccent);
  // Fast path: nearly every name is ASCII by now, and an index folds thousands of them.
  if (isAscii(french)) return french;
  // Presentation forms and ornate letters become ordinary letters first; these may in turn be unusual or upper case.
  return french
    .normalize('NFC')
    .replace(unusual, spelledOut)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(unusual, spelledOut)
    .replace(apostrophes, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
};

/** The words of a folded text: runs of letters and digits. */
export const wordsOf = (folded: string): readonly string[] =>
  (folded.match(isAscii(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word,
  );

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

const frenchAccents = new Map<string, string>();
for (const letter of 'àáâãäåçèéêëìíîïòóôõöùúûüýÿ') frenchAccents.set(letter, letter.normalize('NFD').charAt(0));
const withoutFrenchAccent = (letter: string): string => frenchAccents.get(letter) ?? letter;
