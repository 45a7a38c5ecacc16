/** The language of the output: `--lang`, else English when the environment's language is English, else French. */
import type { Language } from '@denba/quantities/text';

export const languages: readonly Language[] = ['fr', 'en'];

export const languageOf = (option: string | null, env: Readonly<Record<string, string | undefined>>): Language => {
  if (option === 'fr' || option === 'en') return option;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en(_|-|\.|$)/i.test(locale) ? 'en' : 'fr';
};
