/**
 * Checks that nothing is said to people whom it cannot concern. The protocol names conditions and the words that need
 * them (`audiences`: a living mother, an infant at the breast). A text with such a word must name the condition in
 * `for`, or `anyone` when it is true of everybody. A row that calls for a card or an action must have the same
 * conditions as that card or action. The marks alone then decide what an orphan's visit may say: rows and questions
 * obey them.
 */
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { Names } from '../compile/names.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { anyone, audiencesIn, conditionsIn } from '../read/audience.ts';
import { closest } from '../read/closest-name.ts';
import { type ProtocolSource, sheetOf } from '../read/protocol-source.ts';
import { cell, cellPlace } from '../read/sheet.ts';
import { type SaidText, saidTexts } from './audience-texts.ts';
import { codesGiven } from './check-references.ts';
import { placeOf, tableFile } from './uses.ts';

export const checkAudience = (source: ProtocolSource, compiled: CompiledProtocol, names: Names): Problem[] => [
  ...unknownAudiences(source, names),
  ...saidTexts(source).flatMap((said) => unmarked(source, said)),
  ...callsForOthers(source, compiled),
];

const unknownAudiences = (source: ProtocolSource, names: Names): Problem[] => {
  const booleans = new Set([...names].flatMap(([name, { type, many }]) => (type === 'boolean' && !many ? [name] : [])));
  const marks = [
    ...source.head.audiences.map(({ name }) => ({ words: [name], place: { file: 'protocol.yaml' } as Place })),
    ...[...source.sheets.values()].flatMap(({ rows }) =>
      rows.map((row) => ({ words: audiencesIn(cell(row, 'for')), place: cellPlace(row, 'for') })),
    ),
    ...source.cards.map((card) => ({
      words: card.for,
      place: { file: card.file, line: card.lines['for'] ?? 1, column: 'for' },
    })),
  ];
  return marks.flatMap(({ words, place }) =>
    words.filter((word) => word !== anyone && !booleans.has(word)).map((word) => unknown(word, place, booleans)),
  );
};

const unmarked = ({ head }: ProtocolSource, { text, language, audiences, place }: SaidText): Problem[] => {
  if (audiences.includes(anyone)) return [];
  return head.audiences.flatMap(({ name, words }) => {
    const found = (words[language] ?? []).find((word) => startsAWord(word).test(text));
    return found === undefined || audiences.includes(name) ? [] : [notFor(found, name, place)];
  });
};

/** The word does not match inside another or after a hyphen: « grand-mère » and “grandmother” are not the mother. */
const startsAWord = (word: string): RegExp => new RegExp(`(?<![\\p{L}-])${word}`, 'iu');

const callsForOthers = (source: ProtocolSource, compiled: CompiledProtocol): Problem[] => {
  const marked = new Map<string, readonly string[]>([
    ...source.cards.map((card) => [card.id, conditionsIn(card.for)] as const),
    ...sheetOf(source, 'actions.csv').rows.map(
      (row) => [cell(row, 'code'), conditionsIn(audiencesIn(cell(row, 'for')))] as const,
    ),
  ]);
  return codesGiven(compiled).flatMap(({ table, row, code }) =>
    (marked.get(code) ?? [])
      .filter((name) => !(row.for ?? []).includes(name))
      .map((name) => callsFor(code, name, placeOf(source, tableFile(source, table), 'id', row.id, 'for'))),
  );
};

const unknown = (word: string, place: Place, known: ReadonlySet<string>): Problem => {
  const near = closest(word, [...known, anyone]);
  return problem(
    'nameUnknown',
    place,
    { fr: `« ${word} » n'est pas une valeur oui/non.`, en: `“${word}” is not a yes/no value.` },
    near === null
      ? { fr: `Écrivez un nom de derived.csv, ou ${anyone}.`, en: `Write a name of derived.csv, or ${anyone}.` }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};

const notFor = (word: string, name: string, place: Place): Problem =>
  problem(
    'audienceMissing',
    place,
    {
      fr: `Ce texte dit « ${word}… » et ne dit pas qu'il est pour ${name}.`,
      en: `This text says “${word}…” and does not say that it is for ${name}.`,
    },
    {
      fr: `Écrivez ${name} dans la colonne for ; ou ${anyone} si le texte est vrai de tous.`,
      en: `Write ${name} in the column for; or ${anyone} if the text is true of all.`,
    },
  );

const callsFor = (code: string, name: string, place: Place): Problem =>
  problem(
    'audienceMissing',
    place,
    { fr: `${code} est pour ${name}, cette ligne ne l'est pas.`, en: `${code} is for ${name}, this row is not.` },
    { fr: `Écrivez ${name} dans la colonne for de la ligne.`, en: `Write ${name} in the row's column for.` },
  );
