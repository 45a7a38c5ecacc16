/** `tables/*.csv`: the rows of one decision table. `when:` columns are conditions, `then:` columns are outputs. */

import type { Expression } from '@denba/decisions/expression';
import { pathOf } from '@denba/decisions/expression';
import type { DecisionTable, TableInput, TableRow } from '@denba/decisions/tables/decision-table';
import { type Problem, problem } from '../problem.ts';
import { audiencesOf, conditionsIn } from '../read/audience.ts';
import { closest } from '../read/closest-name.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';
import { provenanceCells, type Report, textCells } from './cells.ts';
import { expressionAt, testsAt, unknownValue } from './expressions.ts';
import { factsOf, type Names } from './names.ts';
import type { OutputDraft, TableHead } from './tables.ts';
import { uniqueRows } from './unique-rows.ts';
import { isCoded } from './value-type.ts';

export const compileTable = (
  head: TableHead,
  outputs: readonly OutputDraft[],
  sheet: Sheet,
  names: Names,
  report: Report,
): DecisionTable => {
  const whens = columnsAfter(sheet, 'when:');
  const thens = columnsAfter(sheet, 'then:').map((column) => column.text);
  for (const name of thens)
    if (!outputs.some((output) => output.name === name)) report(outputUnknown(sheet, name, outputs));
  for (const output of outputs) if (!thens.includes(output.name)) report(outputWithoutColumn(sheet, output, head));
  const inputs = whens.map(({ column, text }): TableInput & { column: string } => {
    const expression = expressionAt(text, { file: sheet.file, line: 1, column }, report);
    return { column, source: text, expression: expression ?? unknownValue };
  });
  const rows = uniqueRows(sheet, ['id'], report).map((row): TableRow => {
    if (!cell(row, 'id').startsWith(`${head.id}.`)) report(idOutside(row, head));
    const conditions = conditionsIn(audiencesOf(row));
    return {
      id: cell(row, 'id'),
      ...(conditions.length === 0 ? {} : { for: conditions }),
      tests: inputs.map(({ column, expression }) =>
        testsAt(cell(row, column), cellPlace(row, column), report, codesOf(expression, names)),
      ),
      outputs: outputs.map((output) => outputCell(row, output, report)),
      reason: textCells(row, 'reason', report),
      ...provenanceCells(row, report, 'needed'),
    };
  });
  const { id, name, title, hitPolicy } = head;
  return {
    id,
    name,
    title,
    hitPolicy,
    inputs: inputs.map(({ source, expression }) => ({ source, expression })),
    outputs: outputs.map((output) => tableOutput(output, report)),
    rows,
  };
};

const tableOutput = (output: OutputDraft, report: Report): DecisionTable['outputs'][number] => {
  const fallback = cell(output.row, 'default');
  const place = cellPlace(output.row, 'default');
  const value = fallback === '' ? null : valueCell(fallback, output, place, report);
  return {
    name: output.name,
    type: output.type,
    ...(output.values.length > 0 ? { values: output.values } : {}),
    ...(value === null ? {} : { default: value }),
  };
};

const outputCell = (row: Row, output: OutputDraft, report: Report): Expression | null => {
  const column = `then: ${output.name}`;
  const spelled = Object.hasOwn(row.cells, column) ? column : `then:${output.name}`;
  const text = cell(row, spelled);
  return text === '' || text === '-' ? null : valueCell(text, output, cellPlace(row, spelled), report);
};

/** An output cell of type `code` holds the code itself; every other output cell holds a FEEL expression. */
const valueCell = (
  text: string,
  output: OutputDraft,
  place: ReturnType<typeof cellPlace>,
  report: Report,
): Expression | null => {
  const bare = /^[\p{L}\p{N}_-]+$/u.test(text);
  if (output.type === 'code' && bare && (output.values.length === 0 || output.values.includes(text))) {
    return { kind: 'literal', value: text };
  }
  if (output.type === 'code' && bare) {
    report(codeUnknown(text, output, place));
    return null;
  }
  return expressionAt(text, place, report, new Set(isCoded(output.type) ? output.values : []));
};

const codesOf = (expression: Expression, names: Names): ReadonlySet<string> => {
  const path = pathOf(expression);
  const facts = path === null ? null : factsOf(names, path);
  return new Set(facts === null || facts === 'open' ? [] : facts.values);
};

const columnsAfter = (sheet: Sheet, prefix: string): { column: string; text: string }[] =>
  sheet.columns.flatMap((column) =>
    column.startsWith(prefix) ? [{ column, text: column.slice(prefix.length).trim() }] : [],
  );

const codeUnknown = (text: string, output: OutputDraft, place: ReturnType<typeof cellPlace>): Problem => {
  const near = closest(text, output.values);
  return problem(
    'codeUnknown',
    place,
    {
      fr: `« ${text} » n'est pas un code de ${output.name}.`,
      en: `“${text}” is not a code of ${output.name}.`,
    },
    near === null
      ? { fr: `Codes : ${output.values.join(', ')}.`, en: `Codes: ${output.values.join(', ')}.` }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};

const outputUnknown = (sheet: Sheet, name: string, outputs: readonly OutputDraft[]): Problem =>
  problem(
    'referenceDangling',
    { file: sheet.file, line: 1, column: `then: ${name}` },
    {
      fr: `Cette table donne « ${name} », que outputs.csv ne connaît pas.`,
      en: `This table gives “${name}”, which outputs.csv does not know.`,
    },
    {
      fr: `Ajoutez-le à outputs.csv (connus : ${outputs.map((output) => output.name).join(', ') || 'aucun'}).`,
      en: `Add it to outputs.csv (known: ${outputs.map((output) => output.name).join(', ') || 'none'}).`,
    },
  );

const outputWithoutColumn = (sheet: Sheet, output: OutputDraft, head: TableHead): Problem =>
  problem(
    'columnMissing',
    { file: sheet.file, line: 1, column: `then: ${output.name}` },
    {
      fr: `La table ${head.name} doit donner « ${output.name} », et n'a pas la colonne.`,
      en: `The table ${head.name} must give “${output.name}” and lacks the column.`,
    },
    {
      fr: `Ajoutez une colonne « then: ${output.name} », ou ôtez la ligne d'outputs.csv.`,
      en: `Add a column “then: ${output.name}”, or remove the row of outputs.csv.`,
    },
  );

const idOutside = (row: Row, head: TableHead): Problem =>
  problem(
    'nameInvalid',
    cellPlace(row, 'id'),
    {
      fr: `L'id « ${cell(row, 'id')} » ne commence pas par celui de sa table, ${head.id}.`,
      en: `The id “${cell(row, 'id')}” does not begin with that of its table, ${head.id}.`,
    },
    { fr: `Écrivez ${head.id}.01 et suivants.`, en: `Write ${head.id}.01 and following.` },
  );
