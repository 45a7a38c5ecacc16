/**
 * The words of the portal in one language: `t` looks up its message files, `text` chooses from texts of the content.
 */
import { createTranslator, type Translator } from '@denba/kit/messages/translator';
import type { Language, Text } from '@denba/quantities/text';
import { english } from '../messages/english.ts';
import { french } from '../messages/french.ts';

export type Words = {
  readonly language: Language;
  readonly t: Translator<typeof french>;
  readonly text: (text: Text) => string;
};

export const wordsIn = (language: Language): Words => ({
  language,
  t: translators[language],
  text: (text) => text[language],
});

const translators: Readonly<Record<Language, Translator<typeof french>>> = {
  fr: createTranslator(french, 'fr', { strict: true }),
  en: createTranslator(english, 'en', { strict: true }),
};
