/**
 * Looks up the messages of a screen: fills placeholders, chooses the plural form, writes numbers as the language does.
 */
import { type Catalogue, type MessageKey, PLACEHOLDER } from './catalogue.ts';
import { isolate } from './isolate.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Returns a message by its key, which the compiler checks. `count` chooses the plural form. */
export type Translator<Messages extends Catalogue = Catalogue> = (
  key: MessageKey<keyof Messages & string>,
  values?: MessageValues,
) => string;

export type TranslatorOptions = {
  /** The complete catalogue (French), used for a key that `catalogue` lacks unless `strict`. */
  readonly fallback?: Catalogue | undefined;
  /** Throws on a missing key or value: for development and tests. Otherwise a substitute is shown. */
  readonly strict?: boolean | undefined;
  /** The language is written right to left: values filled in keep their own direction. */
  readonly fromTheRight?: boolean | undefined;
};

/** `language` is a BCP 47 tag: `fr`, `en`, `bm`, `ar-MA`. */
export const createTranslator = <Messages extends Catalogue>(
  catalogue: Messages,
  language: string,
  { fallback = {}, strict = false, fromTheRight = false }: TranslatorOptions = {},
): Translator<Messages> => {
  // Made lazily: on a cheap phone, creating each of these takes as long as drawing a screen.
  const numbers = once(() => new Intl.NumberFormat(language));
  const own = { catalogue, rules: once(() => new Intl.PluralRules(language)) };
  const spare = { catalogue: fallback, rules: once(() => new Intl.PluralRules('fr')) };

  return (key, values = {}) => {
    const text = find(own, key, values) ?? missing(key);
    return text.replace(PLACEHOLDER, (_, name: string) => {
      const value = values[name];
      if (value === undefined) {
        if (strict) throw new Error(`message "${key}" needs a value for {{${name}}}`);
        return '–';
      }
      const filled = typeof value === 'number' ? numbers().format(value) : value;
      return fromTheRight ? isolate(filled) : filled;
    });
  };

  function missing(key: string): string {
    if (strict) throw new Error(`no message "${key}" in the catalogue of "${language}"`);
    return find(spare, key, {}) ?? find(spare, `${key}_other`, {}) ?? key;
  }
};

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

type Source = { readonly catalogue: Catalogue; readonly rules: () => Intl.PluralRules };

/** As in i18next, an exact `_zero` wins over the language's own form for 0, and `_other` replaces a missing form. */
const find = ({ catalogue, rules }: Source, key: string, { count }: MessageValues): string | undefined => {
  if (typeof count !== 'number') return catalogue[key];
  const zero = count === 0 ? catalogue[`${key}_zero`] : undefined;
  return zero ?? catalogue[`${key}_${rules().select(count)}`] ?? catalogue[`${key}_other`] ?? catalogue[key];
};
