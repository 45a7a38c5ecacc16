/** Type guards for data of unknown shape, such as YAML. */
import type { Text } from '@denba/quantities/text';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a scalar; `''` for anything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/** Texts by language (`{fr, en, …}`); a missing language is `''`, which the checker reports. */
export const textsOf = (value: unknown): Text => {
  const given = isFields(value) ? value : {};
  const texts: Record<string, string> = {};
  for (const [language, text] of Object.entries(given)) texts[language] = textOf(text);
  return { ...texts, fr: texts['fr'] ?? '', en: texts['en'] ?? '' };
};
