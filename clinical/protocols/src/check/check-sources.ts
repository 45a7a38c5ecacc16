/**
 * Checks the sources that content cites. A source is a key of the list in protocol.yaml. `sourced` means read in a
 * source, so at least one cited source must have been read, itself or through another document. `default` may name what
 * inspired it, but is never shown as that source's statement.
 */

import { type Place, type Problem, problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { cell, cellPlace } from '../read/sheet.ts';

export const checkSources = (source: ProtocolSource): Problem[] => {
  const keys = new Map(source.head.sources.map((cited) => [cited.key, cited.read]));
  const citations = collectCitations(source);
  const unknown = new Map<string, Place[]>();
  for (const { text, place } of citations) {
    for (const key of citedKeys(text)) if (!keys.has(key)) unknown.set(key, [...(unknown.get(key) ?? []), place]);
  }
  return [
    ...[...unknown].map(([key, places]) => sourceUnknown(key, [...keys.keys()], places)),
    ...citations.flatMap(({ text, status, place }) =>
      status === 'sourced' && !citedKeys(text).some((key) => keys.get(key) !== 'no') ? [notRead(text, place)] : [],
    ),
  ];
};

type Citation = { readonly text: string; readonly status: string; readonly place: Place };

const collectCitations = (source: ProtocolSource): Citation[] => [
  ...[...source.sheets.values()].flatMap(({ rows }) =>
    rows.map((row) => ({ text: cell(row, 'source'), status: cell(row, 'status'), place: cellPlace(row, 'source') })),
  ),
  ...source.cards.map((card) => ({
    text: card.source,
    status: card.status,
    place: { file: card.file, line: card.lines['source'] ?? 1, column: 'source' },
  })),
];

/** The keys that a `source` cell cites: words in capital letters. The rest (`§6.3`, `table 2`) gives the passage. */
export const citedKeys = (text: string): string[] =>
  text.split(/[\s;,+]+/).filter((word) => /^[A-Z][A-Z0-9]*(-[A-Za-z0-9]+)*$|^\d+[A-Z]$/.test(word));

/** Reported once per key, at its first place, with the number of rows that cite it. */
const sourceUnknown = (key: string, known: readonly string[], places: readonly Place[]): Problem => {
  const near = closest(key, known);
  const [place = { file: 'protocol.yaml' }] = places;
  const rows = places.length;
  return problem(
    'sourceUnknown',
    place,
    {
      fr: `La source « ${key} » n'est pas dans protocol.yaml (${rows} fois).`,
      en: `The source “${key}” is not in protocol.yaml (${rows} times).`,
    },
    near === null
      ? { fr: 'Ajoutez-la à sources, avec son titre.', en: 'Add it under sources, with its title.' }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};

const notRead = (text: string, place: Place): Problem =>
  problem(
    'sourceUnknown',
    place,
    {
      fr: `Cette ligne se dit « sourced », mais aucune source lue n'est citée (« ${text} »).`,
      en: `This row says “sourced”, but cites no source that was read (“${text}”).`,
    },
    {
      fr: 'Citez une source lue, ou écrivez default : un clinicien devra la valider.',
      en: 'Cite a source that was read, or write default: a clinician will have to approve it.',
    },
  );
