/** `parameters.csv`: every cut-off, interval and switch of the protocol, with unit, limits, source and status. */
import { problem } from '../problem.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';
import { limitCells, nameCell, parseNumber, provenanceCells, type Report, textCells, wordCell } from './cells.ts';
import type { Parameter } from './compiled-protocol.ts';
import { uniqueRows } from './unique-rows.ts';
import { isNumeric, parameterTypes, type ValueType } from './value-type.ts';

export const compileParameters = (sheet: Sheet, report: Report): Parameter[] =>
  uniqueRows(sheet, ['name'], report).flatMap((row) => {
    const name = nameCell(row, 'name', report);
    const type = wordCell(row, 'type', parameterTypes, report);
    const limits = limitCells(row, 'min', 'max', report);
    const common = {
      unit: cell(row, 'unit') || null,
      limits,
      ...provenanceCells(row, report, 'needed'),
      title: textCells(row, 'title', report),
      note: cell(row, 'note'),
    };
    if (name === null || type === null) return [];
    const value = parameterValue(row, type, report);
    if (value === null) return [];
    if (typeof value === 'number') checkLimits(row, value, limits, report);
    return [{ name, value, type, ...common }];
  });

const parameterValue = (row: Row, type: ValueType, report: Report): Parameter['value'] | null => {
  const text = cell(row, 'value');
  if (text === '') {
    report(
      problem(
        'cellMissing',
        cellPlace(row, 'value'),
        { fr: "Ce paramètre n'a pas de valeur.", en: 'This parameter has no value.' },
        { fr: 'Écrivez sa valeur, sans unité.', en: 'Write its value, without the unit.' },
      ),
    );
    return null;
  }
  if (isNumeric(type)) {
    const value = parseNumber(text);
    if (value !== null && (type === 'number' || Number.isInteger(value))) return value;
    report(
      problem(
        'notANumber',
        cellPlace(row, 'value'),
        {
          fr: `« ${text} » n'est pas un nombre${type === 'integer' ? ' entier' : ''}.`,
          en: `“${text}” is not a ${type === 'integer' ? 'whole ' : ''}number.`,
        },
        {
          fr: 'Écrivez le nombre seul ; son unité va dans unit.',
          en: 'Write the number alone; its unit goes under unit.',
        },
      ),
    );
    return null;
  }
  if (type === 'boolean') {
    const words: Readonly<Record<string, boolean>> = { true: true, false: false };
    const value = words[text.toLowerCase()];
    if (value !== undefined) return value;
    report(
      problem(
        'notABoolean',
        cellPlace(row, 'value'),
        { fr: `« ${text} » n'est ni true ni false.`, en: `“${text}” is neither true nor false.` },
        { fr: 'Écrivez true (oui) ou false (non).', en: 'Write true (yes) or false (no).' },
      ),
    );
    return null;
  }
  return text;
};

const checkLimits = (row: Row, value: number, { min, max }: Parameter['limits'], report: Report): void => {
  if ((min === null || value >= min) && (max === null || value <= max)) return;
  const span = `${min ?? '…'} – ${max ?? '…'}`;
  report(
    problem(
      'outOfRange',
      cellPlace(row, 'value'),
      { fr: `${value} est hors des bornes ${span}.`, en: `${value} is outside ${span}.` },
      {
        fr: 'Corrigez la valeur ; si elle est voulue, élargissez min ou max et dites pourquoi dans note.',
        en: 'Correct the value; if it is meant, widen min or max and say why under note.',
      },
    ),
  );
};
