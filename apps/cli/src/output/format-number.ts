/** Numbers in the notation of the language: 1 114 and 3,5 in French; 1,114 and 3.5 in English. */
import type { Language } from '@denba/quantities/text';

export const count = (value: number, language: Language): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');

export const decimal = (value: number, decimals: number, language: Language): string => {
  const text = value.toFixed(decimals);
  return language === 'fr' ? text.replace('.', ',') : text;
};
