/** Why an input was refused, worded for the person who typed it. */
import type { Text } from '@denba/quantities/text';
import type { Limits } from '@denba/questionnaires/data-element';
import type { Element } from '../compile/compiled-protocol.ts';
import { closest } from '../read/closest-name.ts';
import { formatNumber } from '../words/format-value.ts';

export type InputProblem = {
  readonly kind: 'unknownName' | 'wrongType' | 'outOfRange' | 'notACode' | 'notADate';
  /** Path of the input: `weight_g`, `previous[2].weight_g`. */
  readonly field: string;
  readonly given: unknown;
  /** The hard limits when the value lies outside them; else `null`. */
  readonly limits: Limits | null;
  readonly message: Text;
  readonly cure: Text;
};

export const unknownName = (name: string, known: Iterable<string>): InputProblem => {
  const near = closest(name, known);
  return {
    kind: 'unknownName',
    field: name,
    given: null,
    limits: null,
    message: {
      fr: `Ce protocole ne connaît pas de donnée nommée « ${name} ».`,
      en: `This protocol knows no data element named “${name}”.`,
    },
    cure:
      near === null
        ? { fr: 'Corrigez le nom ou ôtez la donnée.', en: 'Correct the name or remove the value.' }
        : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  };
};

export const refuseType = (element: Element, field: string, given: unknown): InputProblem => ({
  kind: 'wrongType',
  field,
  given,
  limits: null,
  message: {
    fr: `${element.label.fr} : ${shown(given)} n'est pas ${typeWords[element.type].fr}.`,
    en: `${element.label.en}: ${shown(given)} is not ${typeWords[element.type].en}.`,
  },
  cure: { fr: `Donnez ${typeWords[element.type].fr}.`, en: `Give ${typeWords[element.type].en}.` },
});

export const refuseRange = (element: Element, field: string, given: number): InputProblem => ({
  kind: 'outOfRange',
  field,
  given,
  limits: element.hard,
  message: {
    fr: `${element.label.fr} : ${withUnit(given, element, 'fr')} n'est pas possible (${span(element, 'fr')}).`,
    en: `${element.label.en}: ${withUnit(given, element, 'en')} is not possible (${span(element, 'en')}).`,
  },
  cure: {
    fr: "Vérifiez le chiffre et l'unité, et mesurez à nouveau au besoin.",
    en: 'Check the figure and the unit, and measure again if needed.',
  },
});

export const refuseCode = (element: Element, field: string, given: unknown): InputProblem => {
  const near = closest(String(given), element.values);
  const codes = element.values.join(', ');
  return {
    kind: 'notACode',
    field,
    given,
    limits: null,
    message: {
      fr: `${element.label.fr} : ${shown(given)} n'est pas une réponse possible.`,
      en: `${element.label.en}: ${shown(given)} is not a possible answer.`,
    },
    cure:
      near === null
        ? { fr: `Réponses : ${codes}.`, en: `Answers: ${codes}.` }
        : {
            fr: `Vouliez-vous dire « ${near} » ? Réponses : ${codes}.`,
            en: `Did you mean “${near}”? Answers: ${codes}.`,
          },
  };
};

export const refuseDate = (element: Element, field: string, given: unknown): InputProblem => ({
  kind: 'notADate',
  field,
  given,
  limits: null,
  message: {
    fr: `${element.label.fr} : ${shown(given)} n'est pas une date du calendrier.`,
    en: `${element.label.en}: ${shown(given)} is not a calendar date.`,
  },
  cure: { fr: 'Écrivez AAAA-MM-JJ, par exemple 2026-03-01.', en: 'Write YYYY-MM-DD, such as 2026-03-01.' },
});

const typeWords: Readonly<Record<Element['type'], Text>> = {
  number: { fr: 'un nombre', en: 'a number' },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'oui ou non (true, false)', en: 'yes or no (true, false)' },
  code: { fr: 'un code', en: 'a code' },
  codes: { fr: 'une liste de codes', en: 'a list of codes' },
  date: { fr: 'une date', en: 'a date' },
  text: { fr: 'un texte', en: 'a text' },
  list: { fr: 'une liste', en: 'a list' },
};

const shown = (given: unknown): string => (typeof given === 'string' ? `« ${given} »` : (JSON.stringify(given) ?? '?'));

const withUnit = (value: number, { unit }: Element, language: 'fr' | 'en'): string =>
  `${formatNumber(value, language)}${unit === null ? '' : `\u00a0${unit}`}`;

const span = (element: Element, language: 'fr' | 'en'): string => {
  const { min, max } = element.hard;
  const [from, to] = language === 'fr' ? ['au moins', 'au plus'] : ['at least', 'at most'];
  if (min !== null && max !== null) return `${formatNumber(min, language)} – ${withUnit(max, element, language)}`;
  return min === null
    ? `${to} ${withUnit(max ?? 0, element, language)}`
    : `${from} ${withUnit(min, element, language)}`;
};
