/** Reads one row of the file into a row of the batch. What cannot be read stays unknown and is flagged. */
import { LARGEST_MEASUREMENT } from '@denba/growth/reason-code';
import { daysBetween } from '@denba/quantities/local-date';
import { type CellReading, isMissingMark, readCode, readDate, readNumber } from '../input/read-cell.ts';
import type { CsvInput, CsvRecord } from '../input/read-csv.ts';
import type { ReviewCode } from '../input/review.ts';
import { type ChildBatch, clearRow } from './child-batch.ts';
import type { ColumnPlaces, InputColumn } from './input-columns.ts';
import type { RowFlags } from './row-flags.ts';

const sexCodes = { m: 1, f: 2, '1': 1, '2': 2 } as const;
const postureCodes = { l: 1, h: 2 } as const;
const oedemaCodes = { y: 1, n: 0, o: 1, '1': 1, '2': 0, '0': 0, yes: 1, no: 0, oui: 1, non: 0 } as const;

/** Two columns for the same weight or arm circumference conflict when they differ by more than this (rounding). */
const SAME_KG = 0.0051;
const SAME_CM = 0.051;

export type ChildReader = (record: CsvRecord, row: number) => void;

export const createChildReader = (
  { header, dialect }: Pick<CsvInput, 'header' | 'dialect'>,
  places: ColumnPlaces,
  batch: ChildBatch,
  flags: RowFlags,
): ChildReader => {
  const { delimiter, decimalComma } = dialect;
  let record: CsvRecord = { line: 0, cells: [] };
  let row = 0;
  const cellOf = (column: InputColumn): string => record.cells[places.get(column) ?? -1] ?? '';
  const review = (column: string, code: ReviewCode, cell: string): void =>
    flags.review(row, { line: record.line, column, code, cell });
  const taken = <T>(column: InputColumn, reading: CellReading<T>): T | null => {
    if (reading.problem !== null) review(column, reading.problem, cellOf(column));
    return reading.value;
  };
  const number = (column: InputColumn): number => {
    const place = places.get(column);
    if (place === undefined) return Number.NaN;
    return taken(column, readNumber(record.cells[place] ?? '', decimalComma, delimiter)) ?? Number.NaN;
  };
  const measurement = (column: InputColumn): number => {
    const value = number(column);
    if (value <= 0 || value >= LARGEST_MEASUREMENT) review(column, 'implausible', cellOf(column));
    return value;
  };
  /** The value of the first column, else that of the second times `factor` (the first's unit). Flags a conflict. */
  const either = (first: InputColumn, second: InputColumn, factor: number, tolerance: number): number => {
    const a = measurement(first);
    const b = measurement(second) * factor;
    if (Math.abs(a - b) > tolerance) review(second, 'conflict', cellOf(second));
    return Number.isNaN(a) ? b : a;
  };
  const code = (column: InputColumn, codes: Readonly<Record<string, number>>): number | null =>
    places.has(column) ? taken(column, readCode(cellOf(column), codes)) : null;
  const age = (): number => {
    const written = number('age_days');
    const born = places.has('birth_date') ? taken('birth_date', readDate(cellOf('birth_date'))) : null;
    const seen = places.has('date') ? taken('date', readDate(cellOf('date'))) : null;
    const counted = born === null || seen === null ? Number.NaN : daysBetween(born, seen);
    if (Math.abs(written - counted) >= 1) review('age_days', 'conflict', cellOf('age_days'));
    const value = Number.isNaN(written) ? counted : written;
    if (value < 0) review(places.has('age_days') ? 'age_days' : 'date', 'negative', String(value));
    if (Number.isNaN(value)) flags.add(row, 'age:missing');
    return value;
  };
  return (given, at) => {
    record = given;
    row = at;
    clearRow(batch, row);
    if (given.cells.length !== header.length) {
      const few = given.cells.length < header.length;
      review('row', few ? 'too_few_cells' : 'too_many_cells', given.cells.join(delimiter));
      return;
    }
    batch.sex[row] = code('sex', sexCodes) ?? 0;
    if (isMissingMark(cellOf('sex').trim())) flags.add(row, 'sex:missing');
    batch.ageDays[row] = age();
    batch.weightKg[row] = either('weight_kg', 'weight_g', 0.001, SAME_KG);
    batch.lengthCm[row] = measurement('length_cm');
    batch.measured[row] = code('measured', postureCodes) ?? 0;
    batch.oedema[row] = code('oedema', oedemaCodes) ?? 0;
    batch.headCircumferenceCm[row] = measurement('head_circumference_cm');
    batch.muacCm[row] = places.has('muac_mm')
      ? either('muac_mm', 'muac_cm', 10, SAME_CM * 10) / 10
      : measurement('muac_cm');
    batch.tricepsMm[row] = measurement('triceps_mm');
    batch.subscapularMm[row] = measurement('subscapular_mm');
    const gestation = number('gestational_age_days');
    if (gestation <= 0) review('gestational_age_days', 'implausible', cellOf('gestational_age_days'));
    batch.gestationalAgeDays[row] = gestation > 0 ? gestation : Number.NaN;
  };
};
