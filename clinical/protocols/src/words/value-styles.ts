/**
 * How each named value of a protocol is shown: its unit, and its codes in words. The words of a code come from the
 * first of these that has them: the list that the value's question offers, or else the list with the name of the value
 * (`growth_signs.finding`); the list with the last part of that name; the value that a computed value is taken from;
 * the card or action with that code; the list `code_words`.
 */
import { namesIn, pathOf } from '@denba/decisions/expression';
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol, Derived } from '../compile/compiled-protocol.ts';
import { collectNames, factsOf, type Names } from '../compile/names.ts';
import { questionsIn } from '../compile/questions.ts';
import { plainStyle, type ValueStyle } from './format-value.ts';

export type ValueStyles = {
  readonly style: (name: string) => ValueStyle;
  readonly label: (name: string) => Text;
};

type CodeWords = ValueStyle['codes'];

export const createValueStyles = (protocol: CompiledProtocol): ValueStyles => {
  const names: Names = collectNames(protocol);
  const lists = new Map<string, string>();
  for (const form of protocol.forms) {
    for (const { name, choices } of questionsIn(form.items)) if (choices !== null) lists.set(name, choices);
  }
  /** Words of codes that mean the same everywhere: classes, levels, cards, actions. */
  const shared: CodeWords = {
    ...protocol.choices['code_words'],
    ...Object.fromEntries(protocol.actions.map(({ code, title }) => [code, title])),
    ...Object.fromEntries(protocol.cards.map(({ id, title }) => [id, title])),
  };
  const derived = new Map(protocol.derived.map((one) => [one.name, one]));
  const own = new Map<string, CodeWords>();
  const ownWords = (name: string): CodeWords => {
    const known = own.get(name);
    if (known !== undefined) return known;
    // Guards against endless recursion: a protocol under construction may contain cycles.
    own.set(name, {});
    const words = {
      ...Object.fromEntries(readFrom(derived.get(name)).flatMap((one) => Object.entries(ownWords(one)))),
      ...protocol.choices[name.split('.').at(-1) ?? name],
      ...protocol.choices[lists.get(name) ?? name],
    };
    own.set(name, words);
    return words;
  };
  const styles = new Map<string, ValueStyle>();
  const styleOf = (name: string): ValueStyle => {
    const facts = factsOf(names, name);
    if (facts === null || facts === 'open') return plainStyle;
    return { unit: facts.unit, codes: { ...shared, ...ownWords(name) } };
  };
  return {
    style: (name) => {
      let style = styles.get(name);
      if (style === undefined) {
        style = styleOf(name);
        styles.set(name, style);
      }
      return style;
    },
    label: (name) => {
      const facts = factsOf(names, name);
      return facts === null || facts === 'open' || facts.label.fr === '' ? { fr: name, en: name } : facts.label;
    },
  };
};

/**
 * The names that a computed value takes its codes from: the value that it copies, or those that its list is made of.
 */
const readFrom = (derived: Derived | undefined): readonly string[] => {
  if (derived === undefined) return [];
  if (derived.type === 'list' || derived.type === 'codes') return namesIn(derived.expression);
  const path = pathOf(derived.expression);
  return path === null ? [] : [path];
};
