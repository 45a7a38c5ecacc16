/**
 * A reason with placeholders for values: `P/A {waz} z, sous le seuil de {p.waz_cut}`. A value is followed by its unit
 * unless the text itself gives the unit right after the placeholder.
 */
import type { Value } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import { formatValue, unitWord, type ValueStyle } from './format-value.ts';

type Part = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'place'; readonly name: string };

/** A parsed template, so that filling it is cheap. */
export type Template = readonly Part[];

export const parseTemplate = (text: string): Template =>
  text.split(/(\{[^{}]*\})/).flatMap((piece): Part[] => {
    if (piece === '') return [];
    const name = /^\{\s*([^{}]*?)\s*\}$/.exec(piece)?.[1];
    return [name === undefined ? { kind: 'text', text: piece } : { kind: 'place', name }];
  });

/** The names of the placeholders of a text. */
export const placesIn = (text: string): string[] =>
  parseTemplate(text).flatMap((part) => (part.kind === 'place' ? [part.name] : []));

export type Filling = {
  readonly value: (name: string) => Value;
  readonly style: (name: string) => ValueStyle;
};

export const fillTemplate = (template: Template, language: Language, filling: Filling): string => {
  let filled = '';
  for (let index = 0; index < template.length; index++) {
    const part = template[index];
    if (part === undefined) continue;
    if (part.kind === 'text') {
      filled += part.text;
      continue;
    }
    const style = filling.style(part.name);
    const next = template[index + 1];
    const spoken = next?.kind === 'text' && saysUnit(next.text, style.unit, language);
    filled += formatValue(filling.value(part.name), language, spoken ? { ...style, silentUnit: true } : style);
  }
  return filled;
};

const saysUnit = (following: string, unit: string | null, language: Language): boolean => {
  if (unit === null) return false;
  const text = following.trimStart();
  return [unit, unitWord(unit, 1, language), unitWord(unit, 2, language)].some(
    (word) => text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length)),
  );
};
