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
    const [anchor, dueDays] = [expression('anchor'), dayCount(row, 'due_days', null, report)];
    const rest = {
      windowBeforeDays: dayCount(row, 'window_before_days', 0, report),
      windowAfterDays: dayCount(row, 'window_after_days', 0, report),
      repeatDays: dayCount(row, 'repeat_days', 1, report),
      minIntervalDays: dayCount(row, 'min_interval_days', 0, report),
      relevant: expression('relevant'),
      stopWhen: expression('stop_when'),
    };
    for (const column of ['id', 'anchor', 'due_days']) if (cell(row, column) === '') report(missing(row, column));
    const id = cell(row, 'id');
    if (id === '' || anchor === null || dueDays === null) return [];
    return [{ id, title, anchor, dueDays, ...rest, ...provenance }];
  });

/** `least`: the least number that the column takes; `null`: any. A contact that repeats after 0 days would never end. */
const dayCount = (row: Row, column: string, least: number | null, report: Report): DayCount | null => {
  const text = cell(row, column);
  const number = parseNumber(text);
  if (number === null) return expressionAt(text, cellPlace(row, column), report);
  if (Number.isInteger(number) && (least === null || number >= least)) return number;
  const what = Number.isInteger(number)
    ? { fr: `${text} jour(s) : il en faut au moins ${least}.`, en: `${text} day(s): at least ${least} is needed.` }
    : { fr: `${text} n'est pas un nombre entier de jours.`, en: `${text} is not a whole number of days.` };
  const cure = {
    fr: 'Écrivez des jours entiers, ou un paramètre (p.…).',
    en: 'Write whole days, or a parameter (p.…).',
  };
  report(problem('scheduleWrong', cellPlace(row, column), what, cure));
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
