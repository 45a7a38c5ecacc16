/** What is wrong in an expression, worded for its author: the place, the problem, and what to do. */
import type { Text } from '@denba/quantities/text';
import { nearMatches } from './near-matches.ts';

export type ExpressionError = {
  readonly kind:
    | 'empty'
    | 'syntax'
    | 'outsideSubset'
    | 'spacedName'
    | 'unknownFunction'
    | 'wrongArity'
    | 'unknownParameter'
    | 'badDate'
    | 'badDuration';
  readonly message: Text;
  readonly cure: Text;
  /** Character offsets in the source; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
};

type Place = { readonly from: number; readonly to: number };

export const emptyExpression = (): ExpressionError => ({
  kind: 'empty',
  message: { fr: 'L’expression est vide.', en: 'The expression is empty.' },
  cure: { fr: 'Écrivez une expression.', en: 'Write an expression.' },
  from: 0,
  to: 0,
});

/** `what`: the unexpected text, or empty at the end of the source. */
export const syntaxError = (what: string, cure: Text | null, place: Place): ExpressionError => ({
  kind: 'syntax',
  message:
    what === ''
      ? { fr: 'L’expression s’arrête trop tôt.', en: 'The expression ends too early.' }
      : { fr: `« ${what} » n’est pas attendu ici.`, en: `"${what}" is not expected here.` },
  cure: cure ?? {
    fr: 'Complétez l’expression, ou retirez ce qui est de trop (parenthèse, virgule, opérateur).',
    en: 'Complete the expression, or remove what is too much (bracket, comma, operator).',
  },
  ...place,
});

export const outsideSubset = (what: Text, cure: Text, place: Place): ExpressionError => ({
  kind: 'outsideSubset',
  message: what,
  cure,
  ...place,
});

export const spacedName = (name: string, place: Place): ExpressionError => ({
  kind: 'spacedName',
  message: { fr: `« ${name} » contient une espace.`, en: `"${name}" contains a space.` },
  cure: name.startsWith('not ')
    ? { fr: `Écrivez not(${name.slice(4)}).`, en: `Write not(${name.slice(4)}).` }
    : {
        fr: `Écrivez ${name.replaceAll(' ', '_')}, ou l’opérateur ou la virgule qui manque.`,
        en: `Write ${name.replaceAll(' ', '_')}, or the operator or comma that is missing.`,
      },
  ...place,
});

export const unknownFunction = (name: string, known: Iterable<string>, place: Place): ExpressionError => {
  const near = nearMatches(name, known);
  return {
    kind: 'unknownFunction',
    message: { fr: `La fonction « ${name} » n’existe pas.`, en: `There is no function "${name}".` },
    cure:
      near.length > 0
        ? { fr: `Vouliez-vous dire ${near.join(', ')} ?`, en: `Did you mean ${near.join(', ')}?` }
        : { fr: 'Voyez la liste dans docs/expressions.md.', en: 'See the list in docs/expressions.md.' },
    ...place,
  };
};

export const wrongArity = (
  name: string,
  parameters: readonly string[],
  required: number,
  given: number,
  place: Place,
): ExpressionError => {
  const form = `${name}(${parameters.map((parameter, index) => (index < required ? parameter : `${parameter}?`)).join(', ')})`;
  return {
    kind: 'wrongArity',
    message: {
      fr: `« ${name} » ne peut pas recevoir ${given} argument${given > 1 ? 's' : ''}.`,
      en: `"${name}" cannot take ${given} argument${given === 1 ? '' : 's'}.`,
    },
    cure: { fr: `Écrivez ${form}.`, en: `Write ${form}.` },
    ...place,
  };
};

export const unknownParameter = (
  name: string,
  parameter: string,
  parameters: readonly string[],
  place: Place,
): ExpressionError => ({
  kind: 'unknownParameter',
  message: {
    fr: `« ${name} » n’a pas d’argument « ${parameter} », ou il est donné deux fois.`,
    en: `"${name}" has no argument "${parameter}", or it is given twice.`,
  },
  cure: { fr: `Ses arguments : ${parameters.join(', ')}.`, en: `Its arguments: ${parameters.join(', ')}.` },
  ...place,
});

export const badDate = (text: string, place: Place): ExpressionError => ({
  kind: 'badDate',
  message: { fr: `« ${text} » n’est pas une date du calendrier.`, en: `"${text}" is not a calendar date.` },
  cure: { fr: 'Écrivez AAAA-MM-JJ, par exemple 2026-03-01.', en: 'Write YYYY-MM-DD, such as 2026-03-01.' },
  ...place,
});

export const badDuration = (text: string, place: Place): ExpressionError => ({
  kind: 'badDuration',
  message: { fr: `« ${text} » n’est pas une durée.`, en: `"${text}" is not a duration.` },
  cure: {
    fr: 'Écrivez des jours (P14D) ou des mois (P6M, P1Y, P1Y6M), sans les mêler.',
    en: 'Write days (P14D) or months (P6M, P1Y, P1Y6M), not a mixture.',
  },
  ...place,
});
