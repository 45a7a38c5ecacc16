/**
 * Codes that a screen, a paper or the booklet would show as raw codes because `forms/choices.csv` has no words for
 * them. The codes of an output named `fact` need no words: indicators count by them, and nobody reads them.
 */
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { isCoded, type ValueType } from '../compile/value-type.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import { cell, cellPlace } from '../read/sheet.ts';
import { createValueStyles } from '../words/value-styles.ts';
import { placeOf } from './uses.ts';

export const checkWords = (source: ProtocolSource, compiled: CompiledProtocol): Problem[] => {
  const styles = createValueStyles(compiled);
  return declaredCodes(source, compiled).flatMap(({ name, type, codes, place }) => {
    if (!isCoded(type)) return [];
    const words = styles.style(name).codes;
    return codes.filter((code) => !Object.hasOwn(words, code)).map((code) => wordsMissing(name, code, place));
  });
};

type DeclaredCodes = {
  /** The name that expressions use: `oedema`, `p.age_rule`, `growth_signs.finding`. */
  readonly name: string;
  readonly type: ValueType;
  readonly codes: readonly string[];
  readonly place: Place;
};

const declaredCodes = (source: ProtocolSource, compiled: CompiledProtocol): readonly DeclaredCodes[] => [
  ...compiled.elements.map(({ name, type, values }) => ({
    name,
    type,
    codes: values,
    place: placeOf(source, 'data-elements.csv', 'name', name, 'values'),
  })),
  ...compiled.derived.map(({ name, type, values }) => ({
    name,
    type,
    codes: values,
    place: placeOf(source, 'derived.csv', 'name', name, 'values'),
  })),
  ...compiled.parameters.map(({ name, type, value }) => ({
    name: `p.${name}`,
    type,
    codes: typeof value === 'string' ? [value] : [],
    place: placeOf(source, 'parameters.csv', 'name', name, 'value'),
  })),
  ...compiled.outputs
    .filter(({ name }) => name !== 'fact')
    .map(({ table, name, type, values }) => ({
      name: `${table}.${name}`,
      type,
      codes: values,
      place: placeOfOutput(source, table, name),
    })),
];

const placeOfOutput = (source: ProtocolSource, table: string, name: string): Place => {
  const { file, rows } = sheetOf(source, 'outputs.csv');
  const row = rows.find((one) => cell(one, 'table') === table && cell(one, 'name') === name);
  return row === undefined ? { file, column: 'values' } : cellPlace(row, 'values');
};

const wordsMissing = (name: string, code: string, place: Place): Problem => {
  const list = name.startsWith('p.') ? name.slice('p.'.length) : name;
  return problem(
    'wordsMissing',
    place,
    {
      fr: `Le code « ${code} » de « ${name} » n'a pas de mots : on lirait le code.`,
      en: `The code “${code}” of “${name}” has no words: people would read the code.`,
    },
    {
      fr: `Ajoutez-le à forms/choices.csv : list_name « ${list} », name « ${code} », et ses mots dans les deux langues.`,
      en: `Add it to forms/choices.csv: list_name “${list}”, name “${code}”, and its words in both languages.`,
    },
  );
};
