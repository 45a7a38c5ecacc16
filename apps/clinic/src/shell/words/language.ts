/**
 * The language of the screens and its messages. French comes first; each language is one folder of message files. Two
 * more are for testing only: `pseudo` (longer, accented) and `mirror` (the same, right to left).
 */

import { pseudoCatalogue } from '@denba/kit/messages/pseudo';
import { createTranslator, type Translator } from '@denba/kit/messages/translator';
import type { Language } from '@denba/quantities/text';
import { signal } from '@preact/signals';
import type { french } from '../../messages/french.ts';

export type Messages = typeof french;
export type Locale = 'fr' | 'en' | 'pseudo' | 'mirror';

export const locales: readonly Locale[] = ['fr', 'en'];

const REMEMBERED = 'denba.language';

const load = async (locale: Locale): Promise<Messages> => {
  if (locale === 'en') return (await import('../../messages/english.ts')).english;
  const { french } = await import('../../messages/french.ts');
  return locale === 'fr' ? french : (pseudoCatalogue(french) as Messages);
};

const active = signal<{ readonly locale: Locale; readonly translate: Translator<Messages> } | null>(null);

/** Translates a message. A component that calls it is rendered again when the language changes. */
export const t: Translator<Messages> = (key, values) => {
  const now = active.value;
  if (now === null) throw new Error('words were asked for before a language was loaded');
  return now.translate(key, values);
};

export const locale = (): Locale => active.value?.locale ?? 'fr';

/** The language for protocol content, which is complete in French and English only. */
export const contentLanguage = (): Language => (locale() === 'en' ? 'en' : 'fr');

export const setLanguage = async (next: Locale): Promise<void> => {
  const translate = createTranslator(await load(next), next === 'en' ? 'en' : 'fr', {
    strict: import.meta.env.DEV,
    fromTheRight: isFromTheRight(next),
  });
  active.value = { locale: next, translate };
  document.documentElement.lang = next === 'en' ? 'en' : 'fr';
  document.documentElement.dir = isFromTheRight(next) ? 'rtl' : 'ltr';
  localStorage.setItem(REMEMBERED, next);
};

export const isFromTheRight = (one: Locale): boolean => one === 'mirror';

/** The language chosen on this phone; `null` when nobody has chosen yet. */
export const rememberedLanguage = (): Locale | null => {
  const word = localStorage.getItem(REMEMBERED);
  return word === 'fr' || word === 'en' || word === 'pseudo' || word === 'mirror' ? word : null;
};
