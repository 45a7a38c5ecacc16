/**
 * Chooses the language of a page: the one asked for now, else the one asked for before (cookie), else the browser's,
 * else French.
 */
import { createTranslator, type Translator } from '@denba/kit/messages/translator';
import type { Language } from '@denba/quantities/text';
import { english } from './messages/english.ts';
import { french } from './messages/french.ts';

export type Words = { readonly language: Language; readonly t: Translator<typeof french> };

export const wordsIn = (language: Language): Words => words[language];

const words: Readonly<Record<Language, Words>> = {
  fr: { language: 'fr', t: createTranslator(french, 'fr', { strict: true }) },
  en: { language: 'en', t: createTranslator(english, 'en', { strict: true }) },
};

export const LANGUAGE_COOKIE = 'denba-language';

export type LanguageWishes = {
  readonly asked: unknown;
  readonly cookies: string | undefined;
  readonly accepted: string | undefined;
};

export const chooseLanguage = ({ asked, cookies = '', accepted = '' }: LanguageWishes): Language => {
  if (isLanguage(asked)) return asked;
  const before = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(fr|en)(?:;|$)`).exec(cookies)?.[1];
  if (isLanguage(before)) return before;
  const wishes = accepted.split(',').map((wish) => {
    const [tag = '', ...options] = wish.split(';').map((part) => part.trim());
    const weight = Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1);
    return { language: tag.slice(0, 2).toLowerCase(), weight };
  });
  const known = wishes.filter(({ language, weight }) => isLanguage(language) && weight > 0);
  const best = known.toSorted((a, b) => b.weight - a.weight)[0]?.language;
  return isLanguage(best) ? best : 'fr';
};

export const isLanguage = (word: unknown): word is Language => word === 'fr' || word === 'en';
