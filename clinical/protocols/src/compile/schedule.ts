/**
 * `schedule.csv`: the contacts, when they are due and what ends them. Day counts are numbers or expressions
 * (`p.review_before`).
 */
import type { DayCount, ScheduledContact } from '@denba/schedules/schedule';
import { problem } from '../problem.ts';
import { cell, cellPlace, type Row, type Sheet } from '../read/sheet.ts';
import { parseNumber, provenanceCells, type Report, textCells } from './cells.ts';
import { expressionAt } from './expressions.ts';
import { uniqueRows } from './unique-rows.ts';

export const compileSchedule = (sheet: Sheet, report: Report): ScheduledContact[] =>
  uniqueRows(sheet, ['id'], report).flatMap((row): ScheduledContact[] => {
    const title = textCells(row, 'title', report);
    const provenance = provenanceCells(row, report, 'needed');
    const expression = (column: string) => expressionAt(cell(row, column), cellPlace(row, column), report);
    const [anchor, dueDays] = [expression('anchor'), dayCount(row, 'due_days', report)];
    const rest = {
      windowBeforeDays: dayCount(row, 'window_before_days', report),
      windowAfterDays: dayCount(row, 'window_after_days', report),
      repeatDays: dayCount(row, 'repeat_days', report),
      minIntervalDays: dayCount(row, 'min_interval_days', report),
      relevant: expression('relevant'),
      stopWhen: expression('stop_when'),
    };
    for (const column of ['id', 'anchor', 'due_days']) if (cell(row, column) === '') report(missing(row, column));
    const id = cell(row, 'id');
    if (id === '' || anchor === null || dueDays === null) return [];
    return [{ id, title, anchor, dueDays, ...rest, ...provenance }];
  });

const dayCount = (row: Row, column: string, report: Report): DayCount | null => {
  const text = cell(row, column);
  const number = parseNumber(text);
  if (number === null) return expressionAt(text, cellPlace(row, column), report);
  if (Number.isInteger(number)) return number;
  report(
    problem(
      'scheduleWrong',
      cellPlace(row, column),
      { fr: `${text} n'est pas un nombre entier de jours.`, en: `${text} is not a whole number of days.` },
      { fr: 'Écrivez des jours entiers, ou un paramètre (p.…).', en: 'Write whole days, or a parameter (p.…).' },
    ),
  );
  return null;
};

const missing = (row: Row, column: string) =>
  problem(
    'cellMissing',
    cellPlace(row, column),
    { fr: 'Cette cellule est vide.', en: 'This cell is blank.' },
    {
      fr: 'Dites de quel jour et de combien de jours on compte.',
      en: 'Say from which day and how many days it counts.',
    },
  );
