/** The words of a screen from a catalogue: placeholders filled, plural form chosen, numbers as the language writes them. */
import { type Catalogue, type MessageKey, PLACEHOLDER } from './catalogue.ts';
import { isolate } from './isolate.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Asks for a message by its key, which the compiler knows. `count` chooses the plural form. */
export type Translator<Messages extends Catalogue = Catalogue> = (
  key: MessageKey<keyof Messages & string>,
  values?: MessageValues,
) => string;

export type TranslatorOptions = {
  /** The complete catalogue (French), for a key that `catalogue` lacks when the program is not strict. */
  readonly fallback?: Catalogue | undefined;
  /** Throws on a missing key or value: for developing and testing. Otherwise the screen stays alive. */
  readonly strict?: boolean | undefined;
  /** The lines are read from the right: what is filled in keeps its own reading order. */
  readonly fromTheRight?: boolean | undefined;
};

/** `language` is a BCP 47 tag: `fr`, `en`, `bm`, `ar-MA`. */
export const createTranslator = <Messages extends Catalogue>(
  catalogue: Messages,
  language: string,
  { fallback = {}, strict = false, fromTheRight = false }: TranslatorOptions = {},
): Translator<Messages> => {
  // Each takes a cheap phone as long as a screen: made when it is first needed.
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

/** An exact `_zero` wins over the language's own form for 0, as in i18next; `_other` stands in for a form that is absent. */
const find = ({ catalogue, rules }: Source, key: string, { count }: MessageValues): string | undefined => {
  if (typeof count !== 'number') return catalogue[key];
  const zero = count === 0 ? catalogue[`${key}_zero`] : undefined;
  return zero ?? catalogue[`${key}_${rules().select(count)}`] ?? catalogue[`${key}_other`] ?? catalogue[key];
};
