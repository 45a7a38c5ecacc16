/** Numbers as the language writes them: 1 234,5 in French, 1,234.5 in English. */
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
  // A rounded −0 is 0; the sign is the true minus.
  return format
    .format(value)
    .replace(/^-(?=0([.,]0*)?$)/, '')
    .replace('-', '−');
};

const formats = new Map<string, Intl.NumberFormat>();

/** With its unit, and the space that may not break. */
export const sayValue = (words: Pick<Words, 'language' | 't'>, value: number, unit: Unit): string => {
  // The median of an even number of values may lie between two whole ones.
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

/** A share that is one part of a whole, in the whole percents of a picture. */
export const sayShare = (words: Pick<Words, 'language' | 't'>, percent: number): string =>
  sayValue(words, percent, '%');

/** On an axis, where there is room for a few letters: whole numbers without decimals. */
export const sayTick = (words: Pick<Words, 'language'>, value: number, unit: Unit): string => {
  const number = sayNumber(words, value, Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);
  if (unit !== '%' && unit !== '‰') return number;
  return words.language === 'fr' ? `${number}\u202f${unit}` : `${number}${unit}`;
};
