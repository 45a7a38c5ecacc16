/**
 * The sentences about an answer, in French and English. They give the value, the limits and the unit, and what to do
 * next, without blame. The words of the questions themselves are protocol content.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Language, Text } from '@denba/quantities/text';
import type { Limits } from './data-element.ts';

/** An earlier value of the same datum, shown beside the new one. */
export type Earlier = { readonly value: number | string | boolean; readonly on: LocalDate | null };

export const notPossible = (label: Text, value: number, limits: Limits, unit: string | null): Text => ({
  fr: `« ${label.fr} » : ${quantity(value, unit, 'fr')} n’est pas possible. La valeur doit être ${range(limits, unit, 'fr')}. Vérifiez la mesure et la saisie.`,
  en: `“${label.en}”: ${quantity(value, unit, 'en')} is not possible. The value must be ${range(limits, unit, 'en')}. Check the measurement and the entry.`,
});

export const unusual = (
  label: Text,
  value: number,
  limits: Limits,
  unit: string | null,
  earlier: Earlier | null,
): Text => ({
  fr: `« ${label.fr} » : ${quantity(value, unit, 'fr')} est inhabituel (d’ordinaire ${range(limits, unit, 'fr')}).${previous(earlier, unit, 'fr')} Vérifiez, puis confirmez si c’est exact.`,
  en: `“${label.en}”: ${quantity(value, unit, 'en')} is unusual (usually ${range(limits, unit, 'en')}).${previous(earlier, unit, 'en')} Check, then confirm if it is right.`,
});

/** The protocol's own sentence first, then the earlier value and what to do. */
export const implausible = (label: Text, own: Text | null, unit: string | null, earlier: Earlier | null): Text => ({
  fr: `${own?.fr ?? `« ${label.fr} » : cette réponse surprend.`}${previous(earlier, unit, 'fr')} Vérifiez, puis confirmez si c’est exact.`,
  en: `${own?.en ?? `“${label.en}”: this answer is surprising.`}${previous(earlier, unit, 'en')} Check, then confirm if it is right.`,
});

export const refusedByRule = (label: Text, own: Text | null): Text =>
  own ?? {
    fr: `« ${label.fr} » : cette réponse ne va pas avec les autres. Vérifiez-la, puis vérifiez les autres.`,
    en: `“${label.en}”: this answer does not fit the others. Check it, then check the others.`,
  };

export const secondReading = (label: Text): Text => ({
  fr: `« ${label.fr} » : mesurez une deuxième fois. Si ce n’est pas possible, confirmez la mesure unique.`,
  en: `“${label.en}”: measure a second time. If that is not possible, confirm the single reading.`,
});

export const thirdReading = (label: Text, difference: number, allowed: number | null, unit: string | null): Text => ({
  fr: `« ${label.fr} » : les deux mesures diffèrent de ${quantity(difference, unit, 'fr')}${allowedDifference(allowed, unit, 'fr')}. Mesurez une troisième fois.`,
  en: `“${label.en}”: the two readings differ by ${quantity(difference, unit, 'en')}${allowedDifference(allowed, unit, 'en')}. Measure a third time.`,
});

export const readingsDisagree = (
  label: Text,
  difference: number,
  allowed: number | null,
  unit: string | null,
): Text => ({
  fr: `« ${label.fr} » : les mesures les plus proches diffèrent encore de ${quantity(difference, unit, 'fr')}${allowedDifference(allowed, unit, 'fr')}. Recommencez, ou confirmez leur moyenne.`,
  en: `“${label.en}”: the closest readings still differ by ${quantity(difference, unit, 'en')}${allowedDifference(allowed, unit, 'en')}. Start again, or confirm their mean.`,
});

export const wrongType = (label: Text, expected: Text): Text => ({
  fr: `« ${label.fr} » : ${expected.fr}.`,
  en: `“${label.en}”: ${expected.en}.`,
});

/** For example `3 300 g` in French and `3,300 g` in English; the spaces do not break. */
export const quantity = (value: number, unit: string | null, language: Language): string =>
  unit === null ? number(value, language) : `${number(value, language)}\u00a0${unitWord(unit, language)}`;

/** At least one of the limits must not be `null`. */
export const range = ({ min, max }: Limits, unit: string | null, language: Language): string => {
  const low = min === null ? '' : quantity(min, unit, language);
  const high = max === null ? '' : quantity(max, unit, language);
  if (max === null) return language === 'fr' ? `au moins ${low}` : `at least ${low}`;
  if (min === null) return language === 'fr' ? `au plus ${high}` : `at most ${high}`;
  return language === 'fr' ? `entre ${low} et ${high}` : `between ${low} and ${high}`;
};

const previous = (earlier: Earlier | null, unit: string | null, language: Language): string => {
  if (earlier === null) return '';
  const value = typeof earlier.value === 'number' ? quantity(earlier.value, unit, language) : String(earlier.value);
  const on = earlier.on === null ? '' : ` (${day(earlier.on, language)})`;
  return language === 'fr' ? ` Valeur précédente : ${value}${on}.` : ` Previous value: ${value}${on}.`;
};

const allowedDifference = (allowed: number | null, unit: string | null, language: Language): string => {
  if (allowed === null) return '';
  const most = quantity(allowed, unit, language);
  return language === 'fr' ? ` (au plus ${most})` : ` (at most ${most})`;
};

const number = (value: number, language: Language): string => {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
  const fraction = decimals === undefined ? '' : `${language === 'fr' ? ',' : '.'}${decimals}`;
  return `${value < 0 ? '−' : ''}${grouped}${fraction}`;
};

const day = (date: LocalDate, language: Language): string =>
  language === 'fr' ? `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : date;

const unitWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  h: { fr: 'heures', en: 'hours' },
  d: { fr: 'jours', en: 'days' },
  wk: { fr: 'semaines', en: 'weeks' },
  mo: { fr: 'mois', en: 'months' },
  a: { fr: 'ans', en: 'years' },
};

const unitWord = (unit: string, language: Language): string => unitWords[unit]?.[language] ?? unit;
