/**
 * A pseudo-language for testing: every message is a third longer, accented and in brackets. It reveals text that is cut
 * off, does not wrap or is hard-coded in a component. Placeholders are kept.
 */
import { type Catalogue, PLACEHOLDER } from './catalogue.ts';

// biome-ignore format: a table reads better in lines.
const accents: Readonly<Record<string, string>> = {
  a: 'á', c: 'ç', e: 'ë', i: 'ï', n: 'ñ', o: 'ô', u: 'ü', y: 'ÿ', s: 'š', g: 'ğ',
  A: 'Å', C: 'Ç', E: 'Ê', I: 'Î', N: 'Ñ', O: 'Ö', U: 'Û', Y: 'Ÿ', S: 'Š', G: 'Ğ',
};

export const pseudoText = (text: string): string => {
  const words = text.length === 0 ? '' : ` ${padding(Math.ceil(text.replace(PLACEHOLDER, '').length * 0.35))}`;
  const accented = text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter)));
  return `[${accented.join('')}${words}]`;
};

export const pseudoCatalogue = <Messages extends Catalogue>(
  catalogue: Messages,
): { readonly [Key in keyof Messages]: string } =>
  Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, pseudoText(text)])) as {
    [Key in keyof Messages]: string;
  };

/** Filler of the given length with West African letters, which the font must contain. */
const padding = (length: number): string =>
  'ŋɔɲɛ lɔŋ ɛɲɔ '
    .repeat(Math.ceil(length / 14))
    .slice(0, length)
    .trim();
