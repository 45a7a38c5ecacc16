/**
 * Writing without what a hurried hand leaves out: case, accents, apostrophes. Letters of every script stay letters; only
 * those that Unicode does not take apart are named here.
 */

/** Letters of Mande, Fula and Hausa alphabets, ligatures, and Arabic letters that are written for one another. */
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

/** U+02BC and U+02BB too: keyboards for African languages write N’Diaye with them. */
const apostrophes = /['’‘`´ʼʻ]/g;

/** Longer words are cut: nobody finds a family by the thirty-first letter. */
const LONGEST_WORD = 30;

/** Lower case, no accents, no apostrophes, ASCII digits; everything else stays. */
export const foldLetters = (text: string): string => {
  const french = text.toLowerCase().replace(apostrophes, '').replace(/[à-ÿ]/g, withoutFrenchAccent);
  // Nearly every name ends here, and thousands are folded when an index is built.
  if (isAscii(french)) return french;
  // Presentation forms and ornate letters become ordinary ones first, which may in turn be unusual or upper case.
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
