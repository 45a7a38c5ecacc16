/** Numbers in the notation of the language: 1 234,5 in French, 1,234.5 in English. */
import type { Unit } from '@denba/indicators/indicator';
import type { Words } from './words.ts';

export const sayNumber = ({ language }: Pick<Words, 'language'>, value: number, digits = 0): string => {
  const key = `${language} ${digits}`;
  const known = formats.get(key);
  const format =
    known ??
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formats.set(key, format);
  // A negative number that rounds to zero is written without a sign; the minus is U+2212, not a hyphen.
  return format
    .format(value)
    .replace(/^-(?=0([.,]0*)?$)/, '')
    .replace('-', '−');
};

const formats = new Map<string, Intl.NumberFormat>();

/** A number with its unit, separated by a no-break space where the language writes one. */
export const sayValue = (words: Pick<Words, 'language' | 't'>, value: number, unit: Unit): string => {
  // The median of an even number of values may lie between two whole numbers.
  const number = sayNumber(words, value, digitsOf[unit] === 0 && !Number.isInteger(value) ? 1 : digitsOf[unit]);
  switch (unit) {
    case 'n':
      return number;
    case '%':
    case '‰':
      return words.language === 'fr' ? `${number}\u202f${unit}` : `${number}${unit}`;
    case 'd':
      return words.t('unit.days', { count: value, number });
    case 'z':
      return `${number}\u00a0${words.t('unit.z')}`;
    default:
      return `${number}\u00a0${unit === 'mm' ? 'mm' : words.t(unit === 'g/d' ? 'unit.g-day' : 'unit.g-kg-day')}`;
  }
};

const digitsOf: Readonly<Record<Unit, number>> = { n: 0, '%': 1, '‰': 1, 'g/d': 1, 'g/kg/d': 1, d: 0, z: 2, mm: 1 };

/** The share that a part has of a whole, in percent. */
export const sayShare = (words: Pick<Words, 'language' | 't'>, percent: number): string =>
  sayValue(words, percent, '%');

/** A number on an axis, where there is room for a few letters: whole numbers without decimals. */
export const sayTick = (words: Pick<Words, 'language'>, value: number, unit: Unit): string => {
  const number = sayNumber(words, value, Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);
  if (unit !== '%' && unit !== '‰') return number;
  return words.language === 'fr' ? `${number}\u202f${unit}` : `${number}${unit}`;
};
