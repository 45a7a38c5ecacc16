/**
 * Telephone numbers as people write and remember them: with or without the country code, with spaces, or only the last
 * digits. They are compared as national digits without a leading zero.
 */

/** Country codes and lengths of a national number (ITU-T E.164 plans of the countries where Denba starts). */
const countryCodes: readonly { readonly code: string; readonly digits: number }[] = [
  { code: '223', digits: 8 }, // Mali
  { code: '226', digits: 8 }, // Burkina Faso
  { code: '227', digits: 8 }, // Niger
  { code: '224', digits: 9 }, // Guinée
  { code: '221', digits: 9 }, // Sénégal
  { code: '222', digits: 8 }, // Mauritanie
  { code: '225', digits: 10 }, // Côte d’Ivoire
  { code: '228', digits: 8 }, // Togo
  { code: '229', digits: 10 }, // Bénin
  { code: '212', digits: 9 }, // Maroc, written with a leading zero at home
];

/** Fewer digits say nothing: two digits match every hundredth number, even as an ending. */
export const FEWEST_PHONE_DIGITS = 3;

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const withoutZeros = (digits: string): string => digits.replace(/^0+/, '');

/** The digits by which a stored number is compared; empty when the text holds no digit. */
export const nationalDigits = (phone: string): string => {
  const digits = digitsOf(phone).replace(/^00/, '');
  const country = countryCodes.find(
    ({ code, digits: length }) => digits.length === code.length + length && digits.startsWith(code),
  );
  return withoutZeros(country === undefined ? digits : digits.slice(country.code.length));
};

/**
 * A possible reading of a typed part of a number. `fromStart`: matches only the beginning of a number, as after a
 * country code.
 */
export type PhonePart = { readonly digits: string; readonly fromStart: boolean };

/** All readings of a typed part of a number. Empty when it is too short to be useful. */
export const phoneParts = (typed: string): readonly PhonePart[] => {
  const all = digitsOf(typed);
  const abroad = /^\s*\+/.test(typed) || all.startsWith('00');
  const digits = abroad && !/^\s*\+/.test(typed) ? all.slice(2) : all;
  const country = countryCodes.find(({ code }) => digits.startsWith(code));
  const parts: PhonePart[] = [];
  if (country !== undefined) {
    const national = withoutZeros(digits.slice(country.code.length));
    const enough = abroad ? 1 : FEWEST_PHONE_DIGITS;
    if (national.length >= enough) parts.push({ digits: national, fromStart: true });
  }
  if (country === undefined && abroad && digits.length >= FEWEST_PHONE_DIGITS) parts.push({ digits, fromStart: true });
  const plain = withoutZeros(all);
  if (!abroad && plain.length >= FEWEST_PHONE_DIGITS) parts.push({ digits: plain, fromStart: false });
  if (!abroad && all !== plain && all.length >= FEWEST_PHONE_DIGITS) parts.push({ digits: all, fromStart: false });
  return parts;
};
