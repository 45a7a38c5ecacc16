/**
 * The codes that may stand in a cell of a decision table, with their words, for somebody who changes it without knowing
 * how the sheet spells them. A cell that holds something else (a comparison, a parameter) is written by hand.
 */
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { collectNames, factsOf } from '../compile/names.ts';
import { createValueStyles } from '../words/value-styles.ts';

export type CodeChoice = { readonly code: string; readonly words: Text };

export type CellChoices = {
  /** One of several may hold (`high, indepth`); nothing chosen asks nothing. */
  readonly several: boolean;
  readonly codes: readonly CodeChoice[];
  /** Those that the cell holds now. */
  readonly chosen: readonly string[];
};

/** `column` as the sheet heads it (`when: d_feed`, `then: level`), `text` as it stands in the cell. */
export type CellChoicesOf = (table: string, column: string, text: string) => CellChoices | null;

export const createCellChoices = (protocol: CompiledProtocol): CellChoicesOf => {
  const codesOf = createCellCodes(protocol);
  return (table, column, text) => {
    const codes = codesOf(table, column);
    if (codes.length === 0) return null;
    const several = column.startsWith('when');
    const chosen = text === '' || text === '-' ? [] : text.split(/\s*,\s*/);
    const isOffered = chosen.every((code) => codes.some((one) => one.code === code));
    return isOffered && (several || chosen.length === 1) ? { several, codes, chosen } : null;
  };
};

/** The codes of a column alone, whatever a cell of it holds; empty where it holds something else. */
export const createCellCodes = (
  protocol: CompiledProtocol,
): ((table: string, column: string) => readonly CodeChoice[]) => {
  const names = collectNames(protocol);
  const { style } = createValueStyles(protocol);
  return (table, column) => {
    const [kind = '', name = ''] = column.split(/:\s*/, 2);
    const path = kind === 'then' ? `${table}.${name}` : name;
    const facts = factsOf(names, path);
    if (facts === null || facts === 'open' || (kind === 'when' && facts.many)) return [];
    const { codes: words } = style(path);
    const codes =
      facts.type === 'boolean'
        ? yesNo
        : facts.type === 'code'
          ? facts.values.map((code) => ({ code, words: words[code] ?? { fr: code, en: code } }))
          : [];
    return codes.length > 0 && kind === 'when' ? [...codes, unanswered] : codes;
  };
};

/** "Pas du tout ; Mal": the codes that the cell holds now. */
export const chosenWords = ({ codes, chosen }: CellChoices): Text => {
  const words = chosen.flatMap((code) => codes.filter((one) => one.code === code).map((one) => one.words));
  return { fr: words.map(({ fr }) => fr).join(' ; '), en: words.map(({ en }) => en).join('; ') };
};

/** As a list in `forms/choices.csv` named after a parameter words its settings; empty where there is none. */
export const parameterChoices = ({ choices }: CompiledProtocol, name: string): readonly CodeChoice[] =>
  Object.entries(choices[name] ?? {}).map(([code, words]) => ({ code, words }));

const yesNo: readonly CodeChoice[] = [
  { code: 'true', words: { fr: 'oui', en: 'yes' } },
  { code: 'false', words: { fr: 'non', en: 'no' } },
];

const unanswered: CodeChoice = { code: 'null', words: { fr: 'sans réponse', en: 'not answered' } };
