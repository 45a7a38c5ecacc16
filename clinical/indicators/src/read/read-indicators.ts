/**
 * Reads the indicator content from its sheets: one file per theme (`mami.csv`), and `dimensions.csv`,
 * `dimension-names.csv`, `codes.csv`. Used at build time only, because it contains the parser. Errors are returned as a
 * list of problems with file, line and column.
 */
import { codeCells, provenanceCells, type Report, textCells, wordCell, yesCell } from '@denba/protocols/compile/cells';
import { expressionAt } from '@denba/protocols/compile/expressions';
import { uniqueRows } from '@denba/protocols/compile/unique-rows';
import type { Problem } from '@denba/protocols/problem';
import { checkColumns } from '@denba/protocols/read/check-columns';
import { cell, cellPlace, type Row, readSheet, type Sheet } from '@denba/protocols/read/sheet';
import type { Text } from '@denba/quantities/text';
import { factAttributes } from '../facts/fact-attributes.ts';
import { type Indicator, type IndicatorSet, populationGroups, units } from '../indicator.ts';
import { checkNames, readKind, readKinds } from './check-indicator.ts';
import { readDimensions } from './read-dimensions.ts';

/** `files`: content of each sheet by file name. */
export const readIndicators = (
  files: ReadonlyMap<string, string>,
): { readonly set: IndicatorSet; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const sheetOf = (file: string): Sheet => {
    const { sheet, problems: found } = readSheet(file, files.get(file) ?? '');
    problems.push(...found);
    return sheet;
  };
  const dimensions = readDimensions(sheetOf('dimensions.csv'), sheetOf('dimension-names.csv'), report);
  const known = new Set(dimensions.map(({ name }) => name));
  const themes = [...files.keys()].filter((file) => !notThemes.has(file)).toSorted();
  const rows = themes.flatMap((file) => {
    const sheet = sheetOf(file);
    problems.push(...checkColumns(sheet, shape));
    return sheet.rows;
  });
  const all: Sheet = { file: 'indicators', columns: [], rows };
  const indicators = uniqueRows(all, ['code'], report).flatMap((row) => readIndicator(row, known, report));
  const labels = uniqueRows(sheetOf('codes.csv'), ['attribute', 'code'], report).map((row) => ({
    attribute: cell(row, 'attribute'),
    code: cell(row, 'code'),
    label: textCells(row, 'label', report),
  }));
  return { set: { indicators, dimensions, labels }, problems };
};

const notThemes: ReadonlySet<string> = new Set(['dimensions.csv', 'dimension-names.csv', 'codes.csv']);

const texts = ['name', 'numerator', 'denominator', 'reading', 'trap', 'needs'];

const shape = {
  key: ['code'],
  required: ['code', 'kind', 'fact', 'among', 'when', 'value', 'population', 'unit', 'by', 'status', 'source'],
  optional: ['better', 'restricted', ...texts.flatMap((text) => [`${text}::fr`, `${text}::en`])],
};

const readIndicator = (row: Row, dimensions: ReadonlySet<string>, report: Report): readonly Indicator[] => {
  const code = cell(row, 'code');
  const kind = readKind(row, report);
  const unit = wordCell(row, 'unit', units, report);
  const needs = optionalText(row, 'needs', report);
  const fed = needs === null;
  const kinds = fed ? readKinds(row, report) : [];
  if (code === '' || kind === null || unit === null) return [];
  const among = expressionAt(cell(row, 'among'), cellPlace(row, 'among'), report);
  const when = expressionAt(cell(row, 'when'), cellPlace(row, 'when'), report);
  const value = cell(row, 'value') || null;
  const by = codeCells(row, 'by');
  const { status, source } = provenanceCells(row, report, 'needed');
  const better = cell(row, 'better') === '' ? null : wordCell(row, 'better', ['up', 'down'], report);
  const attributes = new Set(kinds.flatMap((fact) => factAttributes[fact] ?? []));
  if (fed) checkNames(row, { among, when, value, by, kind }, { attributes, dimensions }, report);
  const population = cell(row, 'population') === '' ? null : wordCell(row, 'population', populationGroups, report);
  return [
    {
      code,
      kind,
      unit,
      among,
      when,
      value,
      population,
      by,
      source,
      status,
      better,
      theme: row.file.replace(/\.csv$/, ''),
      fact: kinds.length === 0 ? null : kinds.join(' '),
      name: textCells(row, 'name', report),
      reading: textCells(row, 'reading', report),
      numerator: textCells(row, 'numerator', report, fed ? 'needed' : 'optional'),
      denominator: optionalText(row, 'denominator', report),
      trap: optionalText(row, 'trap', report),
      needs,
      restricted: yesCell(row, 'restricted', report),
    },
  ];
};

const optionalText = (row: Row, base: string, report: Report): Text | null => {
  const text = textCells(row, base, report, 'optional');
  return text.fr === '' && text.en === '' ? null : text;
};
