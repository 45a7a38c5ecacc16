/**
 * A value as a health worker reads it: in French a decimal comma, and a no-break space before the unit; a true minus
 * sign; codes in the words of the forms; dates with the month in letters.
 */
import { isContext, isDate, isDuration, isList, isRange, toLocalDate, type Value } from '@denba/decisions/value';
import type { Language, Text } from '@denba/quantities/text';

export type ValueStyle = {
  readonly unit: string | null;
  /** The words of each code; a code without words is shown as it is. */
  readonly codes: Readonly<Record<string, Text>>;
  /** True when the unit is already written beside the value. */
  readonly silentUnit?: boolean;
};

export const plainStyle: ValueStyle = { unit: null, codes: {} };

const minus = '\u2212';
const noBreak = '\u00a0';

export const formatValue = (value: Value, language: Language, style: ValueStyle = plainStyle): string => {
  if (value === null) return language === 'fr' ? 'non renseigné' : 'not recorded';
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (typeof value === 'number') return withUnit(value, language, style.unit, style.silentUnit);
  if (typeof value === 'string') return style.codes[value]?.[language] ?? value;
  if (isList(value)) {
    if (value.length === 0) return language === 'fr' ? 'aucun' : 'none';
    // A list in a reason names each value only once.
    return [...new Set(value.map((item) => formatValue(item, language, style)))].join(', ');
  }
  if (isDate(value)) return formatDate(toLocalDate(value), language);
  if (isDuration(value)) return withUnit(value.count, language, value.unit === 'days' ? 'd' : 'mo');
  if (isRange(value))
    return `${formatValue(value.start, language, style)} – ${formatValue(value.end, language, style)}`;
  if (isContext(value)) {
    return Object.entries(value)
      .map(([key, entry]) => `${key} ${formatValue(entry, language)}`)
      .join(', ');
  }
  return '';
};

/**
 * Two decimals when `decimals` says so (z-scores, as WHO publishes them); otherwise at most two, without trailing
 * zeros.
 */
export const formatNumber = (value: number, language: Language, decimals: number | null = null): string => {
  const fixed = Math.abs(value).toFixed(decimals ?? 2);
  const digits = decimals === null && fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  const negative = value < 0 && /[1-9]/.test(digits);
  return (negative ? minus : '') + (language === 'fr' ? digits.replace('.', ',') : digits);
};

/**
 * The word for a unit (`d` → "jours"); a unit that is written the same everywhere (`g`, `mm`) is returned unchanged.
 */
export const unitWord = (unit: string, count: number, language: Language): string => {
  const words = unitWords[unit];
  if (words === undefined) return unit;
  const [one, many] = words[language];
  // French uses the singular for 0 and 1,5 too; English only for 1.
  return (language === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1) ? one : many;
};

const withUnit = (value: number, language: Language, unit: string | null, silent = false): string => {
  const number = formatNumber(value, language, unit === 'z' ? 2 : null);
  if (unit === null || unit === '' || silent) return number;
  const tight = unit.startsWith('/') || (unit === '%' && language === 'en');
  return `${number}${tight ? '' : noBreak}${unitWord(unit, value, language)}`;
};

const yesNo = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const;

const unitWords: Readonly<Record<string, Readonly<Record<Language, readonly [one: string, many: string]>>>> = {
  d: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  wk: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  mo: { fr: ['mois', 'mois'], en: ['month', 'months'] },
  y: { fr: ['an', 'ans'], en: ['year', 'years'] },
  '/d': { fr: ['/jour', '/jour'], en: ['/day', '/day'] },
  'g/d': { fr: ['g par jour', 'g par jour'], en: ['g a day', 'g a day'] },
  'g/kg/d': { fr: ['g/kg par jour', 'g/kg par jour'], en: ['g/kg a day', 'g/kg a day'] },
  'mL/kg/d': { fr: ['mL/kg par jour', 'mL/kg par jour'], en: ['mL/kg a day', 'mL/kg a day'] },
};

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

const formatDate = (date: string, language: Language): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[language][Number(month) - 1] ?? month;
  const number = Number(day);
  return `${language === 'fr' && number === 1 ? '1er' : number} ${name} ${year}`;
};
