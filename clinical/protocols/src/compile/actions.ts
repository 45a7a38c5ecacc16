/** `actions.csv`: the actions in words, with the dose rule where they have one. */
import { cell, type Sheet } from '../read/sheet.ts';
import { nameCell, provenanceCells, type Report, textCells, wordCell } from './cells.ts';
import { type Action, urgencies } from './compiled-protocol.ts';
import { uniqueRows } from './unique-rows.ts';

export const compileActions = (sheet: Sheet, report: Report): Action[] =>
  uniqueRows(sheet, ['code'], report).flatMap((row) => {
    const code = nameCell(row, 'code', report);
    const action = {
      kind: cell(row, 'kind'),
      urgency: cell(row, 'urgency') === '' ? null : wordCell(row, 'urgency', urgencies, report),
      title: textCells(row, 'title', report),
      text: textCells(row, 'text', report, 'optional'),
      doseRule: cell(row, 'dose_rule'),
      drugForm: cell(row, 'drug_form'),
      ...provenanceCells(row, report, 'needed'),
    };
    return code === null ? [] : [{ code, ...action }];
  });
