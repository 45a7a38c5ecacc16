/** How each named value of a protocol is shown: its unit, and its codes in the words of the forms. */
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { collectNames, factsOf, type Names } from '../compile/names.ts';
import { questionsIn } from '../compile/questions.ts';
import { plainStyle, type ValueStyle } from './format-value.ts';

export type ValueStyles = {
  readonly style: (name: string) => ValueStyle;
  readonly label: (name: string) => Text;
};

export const createValueStyles = (protocol: CompiledProtocol): ValueStyles => {
  const names: Names = collectNames(protocol);
  const lists = new Map<string, string>();
  for (const form of protocol.forms) {
    for (const { name, choices } of questionsIn(form.items)) if (choices !== null) lists.set(name, choices);
  }
  /** Words of codes that no question asks for: classes, levels, results. */
  const shared = protocol.choices['code_words'] ?? {};
  const styles = new Map<string, ValueStyle>();
  const styleOf = (name: string): ValueStyle => {
    const facts = factsOf(names, name);
    if (facts === null || facts === 'open') return plainStyle;
    const list = lists.get(name) ?? name.split('.').at(-1) ?? name;
    return { unit: facts.unit, codes: { ...shared, ...protocol.choices[list] } };
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
