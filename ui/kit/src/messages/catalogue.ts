/**
 * Message files: flat JSON in i18next's JSON v4 form, so that translators can use their usual tools. `{{name}}` is a
 * placeholder; `visits_one`, `visits_other` (`_zero`, `_two`, `_few`, `_many`) are the plural forms of `visits`.
 * Nesting, context and formats inside placeholders are not used.
 */
export type Catalogue = Readonly<Record<string, string>>;

const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

export type PluralForm = (typeof pluralForms)[number];

/** The key that a component asks for: `visits` for `visits_one`. */
export type MessageKey<Keys extends string> = Keys extends `${infer Base}_${PluralForm}` ? Base : Keys;

/** `visits_one` → `['visits', 'one']`; a key without plural form → `null`. */
export const splitPlural = (key: string): readonly [base: string, form: PluralForm] | null => {
  const match = /^(.+)_(zero|one|two|few|many|other)$/.exec(key);
  return match?.[1] === undefined ? null : [match[1], match[2] as PluralForm];
};

/** The names of the placeholders of a text, each once, sorted. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].sort();

export const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g;
