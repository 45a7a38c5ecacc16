/** Compares a translation with the French source and returns one sentence per problem, for the tests of the app. */
import { type Catalogue, placeholdersOf, splitPlural } from './catalogue.ts';

export const catalogueProblems = (
  source: { readonly language: string; readonly catalogue: Catalogue },
  target: { readonly language: string; readonly catalogue: Catalogue },
): readonly string[] => {
  const from = group(source.catalogue);
  const to = group(target.catalogue);
  const missing = [...from.keys()].filter((key) => !to.has(key)).map((key) => `${key}: not in ${target.language}`);
  const extra = [...to.keys()].filter((key) => !from.has(key)).map((key) => `${key}: only in ${target.language}`);
  const wrong = [...from].flatMap(([key, ours]) => {
    const theirs = to.get(key);
    return theirs === undefined ? [] : compare(key, ours, theirs, target.language);
  });
  return [...missing, ...extra, ...ownProblems(source), ...ownProblems(target), ...wrong];
};

/**
 * The problems of a catalogue by itself: empty texts, missing plural forms that the language needs; in French, a
 * punctuation mark that may wrap to the next line.
 */
export const ownProblems = ({ language, catalogue }: { language: string; catalogue: Catalogue }): readonly string[] => {
  const needed = countedForms(language);
  return [...group(catalogue)].flatMap(([key, forms]) => [
    ...[...forms].filter(([, text]) => text.trim() === '').map(() => `${key}: empty in ${language}`),
    ...(language === 'fr'
      ? [...forms]
          .filter(([, text]) => mayBreakBeforeMark(text))
          .map(() => `${key}: a plain space beside a French mark`)
      : []),
    ...(forms.has('')
      ? forms.size > 1
        ? [`${key}: both plain and plural in ${language}`]
        : []
      : needed.filter((form) => !forms.has(form)).map((form) => `${key}: no form "${form}" in ${language}`)),
  ]);
};

/** French puts a no-break space (U+00A0, U+202F) before such marks; a plain space may leave « ? » alone on a line. */
const mayBreakBeforeMark = (text: string): boolean => / [:;?!»%]|« /.test(text);

/**
 * The plural forms that counts of this app can need. French has a "many" for whole millions (« un million de visites
 * »), which no screen counts to; the translator would fall back to "other" there.
 */
const countedForms = (language: string): readonly string[] => {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)))];
};

/** For each key that components ask for: its texts by plural form (`''` when the message has none). */
type Grouped = ReadonlyMap<string, ReadonlyMap<string, string>>;

const group = (catalogue: Catalogue): Grouped => {
  const grouped = new Map<string, Map<string, string>>();
  for (const [key, text] of Object.entries(catalogue)) {
    const [base, form] = splitPlural(key) ?? [key, ''];
    grouped.set(base, (grouped.get(base) ?? new Map<string, string>()).set(form, text));
  }
  return grouped;
};

const compare = (
  key: string,
  ours: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
  language: string,
): readonly string[] => {
  if (ours.has('') !== theirs.has('')) return [`${key}: plural on one side only (${language})`];
  const wanted = placeholders(ours);
  const found = placeholders(theirs);
  if (wanted === found) return [];
  return [`${key}: placeholders ${found || 'none'} in ${language}, ${wanted || 'none'} in the source`];
};

/** The placeholders of all forms together, because "one" may say « une visite » without the number. */
const placeholders = (forms: ReadonlyMap<string, string>): string =>
  placeholdersOf([...forms.values()].join(' ')).join(', ');
