/**
 * Puts a condition on a list into words: the list contains a code, or one of several. `null` for any other condition.
 */
import { type Expression, pathOf } from '@denba/decisions/expression';
import type { Language } from '@denba/quantities/text';
import { formatValue, type ValueStyle } from '../words/format-value.ts';

export type ListWording = {
  readonly language: Language;
  readonly style: (name: string) => ValueStyle;
  readonly words: (expression: Expression) => string;
};

/** For example "Constat : contient perte de poids confirmée", "Difficultés : contient autre chose que Aucune". */
export const listWords = (expression: Expression, { language, style, words }: ListWording): string | null => {
  const asked = askedOf(expression);
  if (asked === null) return null;
  const { list, codes, besides } = asked;
  const shown = style(pathOf(list) ?? '');
  const said = eitherOf(
    codes.map((code) => (code.kind === 'literal' ? formatValue(code.value, language, shown) : words(code))),
    language,
  );
  const holds = {
    fr: besides ? ' : contient autre chose que ' : ' : contient ',
    en: besides ? ': contains something other than ' : ': contains ',
  };
  return `${words(list)}${holds[language]}${said}`;
};

/** Joins words as "a ou b". When an item itself contains "ou" or a comma, a semicolon is added between items. */
export const eitherOf = (words: readonly string[], language: Language): string => {
  const or = { fr: ' ou ', en: ' or ' }[language];
  if (!words.some((word) => word.includes(or) || word.includes(','))) return words.join(or);
  return words.join(`${language === 'fr' ? ' ;' : ';'}${or}`);
};

type Asked = { readonly list: Expression; readonly codes: readonly Expression[]; readonly besides: boolean };

const askedOf = (expression: Expression): Asked | null => {
  if (expression.kind === 'call') {
    const [list, code] = expression.arguments;
    const holds = expression.function === 'list contains' && list !== undefined && code?.kind === 'literal';
    return holds ? { list, codes: [code], besides: false } : null;
  }
  if (expression.kind !== 'some' || expression.iterations.length !== 1) return null;
  const { iterations, satisfies } = expression;
  const [each] = iterations;
  if (each?.kind !== 'each' || pathOf(each.list) === null) return null;
  const { name, list } = each;
  if (satisfies.kind === 'in' && pathOf(satisfies.value) === name) {
    const codes = satisfies.tests.flatMap((test) => (test.kind === 'equals' ? [test.value] : []));
    return codes.length === satisfies.tests.length ? { list, codes, besides: false } : null;
  }
  const compares = satisfies.kind === 'comparison' && pathOf(satisfies.left) === name;
  if (!compares || (satisfies.operator !== '=' && satisfies.operator !== '!=')) return null;
  return { list, codes: [satisfies.right], besides: satisfies.operator === '!=' };
};
