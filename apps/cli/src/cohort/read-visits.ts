/** Reads a visits file: one row per infant and planned visit. An unreadable cell counts as unknown and is reported. */
import { LARGEST_MEASUREMENT } from '@denba/growth/reason-code';
import type { Sex } from '@denba/growth/sex';
import { Stop } from '../command-line/failure.ts';
import { columnsMissing, locateColumns } from '../input/header-columns.ts';
import { type CellReading, isMissingMark, readCode, readNumber } from '../input/read-cell.ts';
import type { CsvInput } from '../input/read-csv.ts';
import { addReview, type ReviewCode, type Reviews } from '../input/review.ts';
import type { VisitRow } from './cohort.ts';

export const visitColumns = [
  'infant',
  'mother',
  'birth_count',
  'birth_order',
  'sex',
  'gestational_age_days',
  'visit_week',
  'attended',
  'age_days',
  'weight_g',
  'length_cm',
  'head_circumference_cm',
  'muac_mm',
] as const;

type VisitColumn = (typeof visitColumns)[number];

const required: readonly VisitColumn[] = ['infant', 'sex', 'visit_week', 'age_days', 'weight_g'];

const sexCodes: Readonly<Record<string, Sex>> = { m: 'M', f: 'F', '1': 'M', '2': 'F' };

export const readVisits = async (input: CsvInput, reviews: Reviews): Promise<readonly VisitRow[]> => {
  const { file, header, dialect } = input;
  const places = locateColumns(file, header, visitColumns);
  const missing = required.filter((name) => !places.has(name));
  if (missing.length > 0) {
    throw new Stop(
      columnsMissing(file, header, missing, {
        fr: 'Renommez les en-têtes. « denba cohort --help » donne la liste des colonnes.',
        en: 'Rename the headings. “denba cohort --help” has the list of columns.',
      }),
    );
  }
  const rows: VisitRow[] = [];
  for await (const records of input.batches) {
    for (const { line, cells } of records) {
      const cellOf = (column: VisitColumn): string => cells[places.get(column) ?? -1]?.trim() ?? '';
      const review = (column: string, code: ReviewCode, cell: string): void =>
        addReview(reviews, { line, column, code, cell });
      const taken = <T>(column: VisitColumn, { value, problem }: CellReading<T>): T | null => {
        if (problem !== null) review(column, problem, cellOf(column));
        return value;
      };
      const number = (column: VisitColumn): number | null =>
        taken(column, readNumber(cellOf(column), dialect.decimalComma, dialect.delimiter));
      const above = (column: VisitColumn, least: number, code: ReviewCode): number | null => {
        const value = number(column);
        if (value === null || (value >= least && value < LARGEST_MEASUREMENT)) return value;
        review(column, code, cellOf(column));
        return null;
      };
      const whole = (column: VisitColumn): number | null => {
        const value = above(column, 0, 'implausible');
        if (value === null || Number.isInteger(value)) return value;
        review(column, 'implausible', cellOf(column));
        return null;
      };
      if (cells.length !== header.length) {
        review('row', cells.length < header.length ? 'too_few_cells' : 'too_many_cells', cells.join(dialect.delimiter));
        continue;
      }
      const infant = cellOf('infant');
      const week = number('visit_week');
      if (isMissingMark(infant) || week === null) {
        review(week === null ? 'visit_week' : 'infant', 'missing', cells.join(dialect.delimiter));
        continue;
      }
      const smallest = Number.MIN_VALUE;
      const seen = {
        ageDays: above('age_days', 0, 'negative'),
        weightG: above('weight_g', smallest, 'implausible'),
        lengthCm: above('length_cm', smallest, 'implausible'),
        headCm: above('head_circumference_cm', smallest, 'implausible'),
        muacMm: above('muac_mm', smallest, 'implausible'),
      };
      const attended = places.has('attended') ? taken('attended', readCode(cellOf('attended'), yesNo)) : null;
      const mother = cellOf('mother');
      rows.push({
        line,
        infant,
        mother: isMissingMark(mother) ? null : mother,
        birthCount: whole('birth_count'),
        birthOrder: whole('birth_order'),
        sex: taken('sex', readCode(cellOf('sex'), sexCodes)),
        gestationalAgeDays: whole('gestational_age_days'),
        week,
        attended: attended ?? Object.values(seen).some((value) => value !== null),
        ...seen,
      });
    }
  }
  return rows;
};

const yesNo: Readonly<Record<string, boolean>> = {
  '1': true,
  '0': false,
  y: true,
  n: false,
  o: true,
  yes: true,
  no: false,
  oui: true,
  non: false,
};
