/**
 * Compiles a protocol that was read: every cell parsed, every expression a tree. What cannot be parsed is reported and
 * left out; the rest still compiles, so that one mistake does not hide the others.
 */
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { type ProtocolSource, sheetOf } from '../read/protocol-source.ts';
import { cellPlace } from '../read/sheet.ts';
import { compileActions } from './actions.ts';
import { compileCards } from './cards.ts';
import type { Report } from './cells.ts';
import { choiceLabels, compileChoices } from './choices.ts';
import { type CompiledProtocol, type Derived, PROTOCOL_FORMAT } from './compiled-protocol.ts';
import { compileDerived } from './derived.ts';
import { compileElements } from './elements.ts';
import { compileForm } from './forms.ts';
import { collectNames, type Names } from './names.ts';
import { compileParameters } from './parameters.ts';
import { compileSchedule } from './schedule.ts';
import { compileTable } from './table-rows.ts';
import { compileOutputs, compileTableHeads, type TableHead } from './tables.ts';

export type Compilation = {
  readonly compiled: CompiledProtocol;
  readonly names: Names;
  readonly problems: readonly Problem[];
};

export const compileProtocol = (source: ProtocolSource): Compilation => {
  const problems: Problem[] = [];
  const report: Report = (found) => problems.push(found);
  const sheet = (path: string) => sheetOf(source, path);
  const parameters = compileParameters(sheet('parameters.csv'), report);
  const elements = compileElements(sheet('data-elements.csv'), report);
  const drafts = compileDerived(sheet('derived.csv'), report);
  const heads = compileTableHeads(sheet('tables.csv'), report);
  const outputs = compileOutputs(sheet('outputs.csv'), heads, report);
  const names = collectNames({ parameters, elements, derived: drafts, tables: heads, outputs });
  const tables = heads.flatMap((head) => {
    if (!source.sheets.has(head.file)) {
      report(tableFileMissing(head));
      return [];
    }
    const own = outputs.filter((output) => output.table === head.name);
    return [compileTable(head, own, sheet(head.file), names, report)];
  });
  for (const path of source.sheets.keys()) {
    if (path.startsWith('tables/') && !heads.some((head) => head.file === path)) report(tableUnlisted(path));
  }
  const choices = compileChoices(sheet('forms/choices.csv'), names, report);
  const context = { elements: new Map(elements.map((element) => [element.name, element])), choices, report };
  const formPaths = [...source.sheets.keys()].filter((path) => /^forms\//.test(path) && path !== 'forms/choices.csv');
  const { id, version, title, appliesTo, sources, approval } = source.head;
  const compiled: CompiledProtocol = {
    format: PROTOCOL_FORMAT,
    id,
    version,
    title,
    appliesTo,
    sources,
    approval,
    overlays: source.overlays.map((overlay) => ({ id: overlay.id, title: overlay.title })),
    parameters,
    elements,
    derived: drafts.flatMap(({ expression, ...rest }): Derived[] =>
      expression === null ? [] : [{ ...rest, expression }],
    ),
    tables,
    outputs: outputs.map(({ row: _, ...output }) => output),
    parts: Object.fromEntries(heads.flatMap(({ name, part }) => (part === null ? [] : [[name, part]]))),
    forms: formPaths.map((path) => compileForm(sheet(path), path, context)),
    schedule: compileSchedule(sheet('schedule.csv'), report),
    actions: compileActions(sheet('actions.csv'), report),
    cards: compileCards(source.cards, report),
    choices: choiceLabels(choices),
  };
  return { compiled, names, problems };
};

const tableFileMissing = (head: TableHead): Problem =>
  problem(
    'fileMissing',
    cellPlace(head.row, 'file'),
    {
      fr: `La table ${head.name} renvoie à ${head.file}, qui manque.`,
      en: `The table ${head.name} names ${head.file}, which is missing.`,
    },
    { fr: 'Ajoutez cette feuille ou corrigez son nom.', en: 'Add that sheet or correct its name.' },
  );

const tableUnlisted = (file: string): Problem =>
  problem(
    'fileUnknown',
    { file },
    {
      fr: "Aucune ligne de tables.csv ne renvoie à cette feuille : elle n'est pas évaluée.",
      en: 'No row of tables.csv names this sheet: it is not evaluated.',
    },
    {
      fr: 'Ajoutez la table à tables.csv, ou ôtez la feuille.',
      en: 'Add the table to tables.csv, or remove the sheet.',
    },
  );
