/**
 * Puts an expression into words for a clinician: labels for names, values with their units, and the few functions that
 * rules use. Anything else stays as written in the sheet: a wrong paraphrase of a rule would be worse than its formula.
 */
import {
  type ComparisonOperator,
  type Expression,
  pathOf,
  type Test,
  type UnaryTests,
} from '@denba/decisions/expression';
import { printExpression, printTest } from '@denba/decisions/print-expression';
import type { Value } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import { formatValue } from '../words/format-value.ts';
import { shortLabel } from '../words/short-label.ts';
import type { ValueStyles } from '../words/value-styles.ts';
import { eitherOf, listWords } from './list-words.ts';

export type Wording = {
  readonly language: Language;
  readonly styles: ValueStyles;
  /** The value of a parameter (`p.waz_cut`); `undefined` for every other name. */
  readonly constant: (path: string) => Value | undefined;
};

/** For example "Poids/âge (P/A)", "nombre de : Facteur", "Constats : contient perte de poids". */
export const expressionWords = (expression: Expression, wording: Wording): string => {
  const { language, styles } = wording;
  const path = pathOf(expression);
  if (path !== null) return nameWords(path, wording);
  const colon = language === 'fr' ? ' :' : ':';
  const words = (inner: Expression): string => expressionWords(inner, wording);
  const ofList = listWords(expression, { language, style: styles.style, words });
  if (ofList !== null) return ofList;
  switch (expression.kind) {
    case 'literal':
      return formatValue(expression.value, language);
    case 'comparison':
      return comparisonWords(expression, wording);
    case 'and':
    case 'or':
      return joined([expression.left, expression.right], expression.kind, wording);
    case 'call': {
      const [first] = expression.arguments;
      if (expression.function === 'count' && first && expression.arguments.length === 1 && pathOf(first) !== null) {
        return `${language === 'fr' ? 'nombre de' : 'number of'}${colon} ${words(first)}`;
      }
      if (expression.function === 'not' && first) return `${words(first)}${colon} ${formatValue(false, language)}`;
      if ((expression.function === 'any' || expression.function === 'all') && first?.kind === 'list') {
        return joined(first.items, expression.function === 'any' ? 'or' : 'and', wording);
      }
      return printExpression(expression);
    }
    case 'path': {
      const { of, key } = expression;
      if (key !== 'days' || of.kind !== 'arithmetic' || of.operator !== '-') return printExpression(expression);
      const [from, to] = [words(of.right), words(of.left)];
      return language === 'fr' ? `Jours entre « ${from} » et « ${to} »` : `Days between “${from}” and “${to}”`;
    }
    default:
      return printExpression(expression);
  }
};

/**
 * For equality with a code or a boolean, the value follows the colon ("Situation : visite manquée"); a number gets its
 * operator in words.
 */
const comparisonWords = ({ left, right, operator }: Comparison, wording: Wording): string => {
  const { language, styles } = wording;
  const said = `${expressionWords(left, wording)}${language === 'fr' ? ' :' : ':'}`;
  if (right.kind !== 'literal') {
    return `${said} ${operatorWords[language][operator]} ${expressionWords(right, wording)}`;
  }
  if (right.value === null) return `${said} ${knownWords[language][operator === '=' ? 0 : 1]}`;
  // The value is shown with the words and the unit of what it is compared with.
  const value = formatValue(right.value, language, styles.style(pathOf(left) ?? ''));
  return operator === '=' && typeof right.value !== 'number'
    ? `${said} ${value}`
    : `${said} ${operatorWords[language][operator]} ${value}`;
};

type Comparison = Extract<Expression, { kind: 'comparison' }>;

const joined = (parts: readonly Expression[], by: 'and' | 'or', wording: Wording): string => {
  const between = { fr: { and: ' et ', or: ' ou ' }, en: { and: ' and ', or: ' or ' } }[wording.language][by];
  const mixes = ({ kind }: Expression): boolean => (kind === 'and' || kind === 'or') && kind !== by;
  return parts
    .map((part) => (mixes(part) ? `(${expressionWords(part, wording)})` : expressionWords(part, wording)))
    .join(between);
};

/**
 * A cell's condition in words: "moins de −2,00 z", "oui", "perte de poids, croissance à évaluer". `null`: no condition.
 */
export const cellWords = (tests: UnaryTests | null, input: Expression, wording: Wording): string | null => {
  if (tests === null || tests.kind === 'any') return null;
  const said = eitherOf(
    tests.tests.map((test) => testWords(test, input, wording)),
    wording.language,
  );
  if (!tests.negated) return said;
  const { language } = wording;
  if (tests.tests.every(({ kind }) => kind === 'isNull')) return knownWords[language][1];
  return `${language === 'fr' ? 'autre que' : 'other than'} ${said}`;
};

const testWords = (test: Test, input: Expression, wording: Wording): string => {
  const { language, styles } = wording;
  const style = styles.style(pathOf(input) ?? '');
  const value = (expression: Expression): string => {
    if (expression.kind === 'literal') return formatValue(expression.value, language, style);
    return expressionWords(expression, wording);
  };
  switch (test.kind) {
    case 'isNull':
      return knownWords[language][0];
    case 'compares':
      return `${operatorWords[language][test.operator]} ${value(test.to)}`;
    case 'equals': {
      if (test.value.kind !== 'range') return value(test.value);
      const { start, end, startIncluded, endIncluded } = test.value;
      const [least, most] = [
        operatorWords[language][startIncluded ? '>=' : '>'],
        operatorWords[language][endIncluded ? '<=' : '<'],
      ];
      return `${least} ${value(start)} ${language === 'fr' ? 'et' : 'and'} ${most} ${value(end)}`;
    }
    case 'holds':
      return printTest(test);
  }
};

/** A parameter is replaced by its value, any other name by its label. */
const nameWords = (path: string, { language, styles, constant }: Wording): string => {
  const value = constant(path);
  return value === undefined
    ? shortLabel(styles.label(path)[language])
    : formatValue(value, language, styles.style(path));
};

const operatorWords: Readonly<Record<Language, Readonly<Record<ComparisonOperator, string>>>> = {
  fr: { '<': 'moins de', '<=': 'au plus', '>': 'plus de', '>=': 'au moins', '=': 'égal à', '!=': 'autre que' },
  en: { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least', '=': 'equal to', '!=': 'other than' },
};

const knownWords: Readonly<Record<Language, readonly [unknown: string, known: string]>> = {
  fr: ['sans réponse', 'avec une réponse'],
  en: ['not answered', 'answered'],
};
