/**
 * Vignettes that fail, and decision rows that no vignette reaches: a row that is never tried may be wrong unnoticed.
 */

import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import { cell } from '../read/sheet.ts';
import type { Mismatch, VignetteOutcome, VignetteReport } from '../vignettes/run-vignettes.ts';
import { tableFile } from './uses.ts';

export const checkVignettes = (
  source: ProtocolSource,
  protocol: CompiledProtocol,
  report: VignetteReport,
): Problem[] => [
  ...duplicateIds(source),
  ...source.vignettes.flatMap((vignette) => {
    const column = vignette.source === '' ? 'source' : vignette.title.fr === '' ? 'title.fr' : 'title.en';
    const complete = vignette.source !== '' && vignette.title.fr !== '' && vignette.title.en !== '';
    return complete ? [] : [incomplete({ ...vignette.place, column })];
  }),
  ...report.failed.map(failure),
  ...protocol.tables.flatMap((table) => {
    const sheet = sheetOf(source, tableFile(source, table.name));
    return sheet.rows.flatMap((row) =>
      report.unreachedRows.includes(cell(row, 'id')) ? [unreached(cell(row, 'id'), row.file, row.line)] : [],
    );
  }),
];

const duplicateIds = ({ vignettes }: ProtocolSource): Problem[] =>
  vignettes.flatMap(({ id, place }, index) => {
    const first = vignettes.findIndex((other) => other.id === id);
    if (first === index) return [];
    return [
      problem(
        'nameTwice',
        place,
        { fr: `Un autre cas a déjà l'id ${id}.`, en: `Another case already has the id ${id}.` },
        { fr: 'Donnez un id propre à chaque cas.', en: 'Give each case an id of its own.' },
      ),
    ];
  });

const incomplete = (place: Place): Problem =>
  problem(
    'vignetteWrong',
    place,
    { fr: 'Ce cas ne dit pas son titre ou sa source.', en: 'This case does not say its title or its source.' },
    {
      fr: 'Donnez title (fr, en) et source : le passage, ou derived.',
      en: 'Give title (fr, en) and source: the passage, or derived.',
    },
  );

const failure = ({ vignette, mismatches }: VignetteOutcome): Problem => {
  const shown = mismatches.map(mismatchText).join(' ; ');
  return problem(
    'vignetteFails',
    vignette.place,
    { fr: `${vignette.id} échoue : ${shown}.`, en: `${vignette.id} fails: ${shown}.` },
    {
      fr: 'Si le guide a raison, corrigez la table ; si le cas a tort, corrigez le cas et dites-le dans sa source.',
      en: 'If the guideline is right, correct the table; if the case is wrong, correct the case and say so in its source.',
    },
  );
};

/** For example `waz = -2, attendu/expected -2.5`. */
const mismatchText = ({ what, expected, got }: Mismatch): string =>
  `${what} = ${JSON.stringify(got)}, attendu/expected ${JSON.stringify(expected)}`;

const unreached = (id: string, file: string, line: number): Problem =>
  problem(
    'rowUnreached',
    { file, line, column: 'id' },
    { fr: `Aucun cas n'atteint la ligne ${id}.`, en: `No case reaches row ${id}.` },
    {
      fr: "Ajoutez un cas qui l'atteint ; si c'est impossible, la ligne est de trop.",
      en: 'Add a case that reaches it; if none can, the row is too much.',
    },
  );
