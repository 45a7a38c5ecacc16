/**
 * A language for testing: every message longer by a third, accented and in brackets. What is cut off, what does not
 * wrap and what was written into a component shows at a glance. Placeholders stay.
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

/** Words of West African letters, which the font must hold, up to a length. */
const padding = (length: number): string =>
  'ŋɔɲɛ lɔŋ ɛɲɔ '
    .repeat(Math.ceil(length / 14))
    .slice(0, length)
    .trim();
