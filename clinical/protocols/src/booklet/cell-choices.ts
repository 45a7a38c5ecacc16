/**
 * The codes that a cell of a decision table may hold, with their words, for an editor who does not know how the sheet
 * spells them. A cell with other content (a comparison, a parameter) must be typed by hand.
 */
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { collectNames, factsOf } from '../compile/names.ts';
import { createValueStyles } from '../words/value-styles.ts';

export type CodeChoice = { readonly code: string; readonly words: Text };

export type CellChoices = {
  /**
   * True when several codes may be chosen, any of which satisfies the cell (`high, indepth`); none chosen means no
   * condition.
   */
  readonly several: boolean;
  readonly codes: readonly CodeChoice[];
  /** The codes that the cell holds now. */
  readonly chosen: readonly string[];
};

/**
 * `column`: heading in the sheet (`when: d_feed`, `then: level`). `text`: content of the cell. `null` when the cell
 * must be typed by hand.
 */
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

/** The codes that a column may hold, independent of any cell; empty when the column does not hold codes. */
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

/** The codes that the cell holds now, in words: "Pas du tout ; Mal". */
export const chosenWords = ({ codes, chosen }: CellChoices): Text => {
  const words = chosen.flatMap((code) => codes.filter((one) => one.code === code).map((one) => one.words));
  return { fr: words.map(({ fr }) => fr).join(' ; '), en: words.map(({ en }) => en).join('; ') };
};

/**
 * The possible values of a parameter with their words: from the list of `forms/choices.csv` that has the parameter's
 * name. Empty when there is no such list.
 */
export const parameterChoices = ({ choices }: CompiledProtocol, name: string): readonly CodeChoice[] =>
  Object.entries(choices[name] ?? {}).map(([code, words]) => ({ code, words }));

const yesNo: readonly CodeChoice[] = [
  { code: 'true', words: { fr: 'oui', en: 'yes' } },
  { code: 'false', words: { fr: 'non', en: 'no' } },
];

const unanswered: CodeChoice = { code: 'null', words: { fr: 'sans réponse', en: 'not answered' } };
