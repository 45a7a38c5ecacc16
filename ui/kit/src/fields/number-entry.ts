/**
 * A number while it is typed: with comma or point, in European, Arabic or Persian digits. The text is kept as typed and
 * parsed only when it is used. Nothing that could be part of a number is dropped: a third decimal stays, and the form
 * questions it.
 */

const zeros = [0x30, 0x660, 0x6f0] as const;

/** The digit of a character in any of the three scripts, or `null`. */
const digitOf = (character: string): string | null => {
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? null : String(code - zero);
};

/** Keeps what a number field may hold: digits, and one separator, as typed, when `decimals` is above 0. */
export const cleanNumberEntry = (typed: string, decimals: number): string => {
  let clean = '';
  let separated = false;
  for (const character of typed) {
    const digit = digitOf(character);
    if (digit !== null) clean += digit;
    else if (decimals > 0 && !separated && /[.,٫]/.test(character)) {
      clean += character === '٫' ? ',' : character;
      separated = true;
    }
  }
  return clean;
};

/** Parses the text of a field; `null` while it holds no number ("", ","). */
export const readNumberEntry = (entry: string): number | null => {
  const text = cleanNumberEntry(entry, 1).replace(',', '.');
  return /\d/.test(text) ? Number(text) : null;
};
