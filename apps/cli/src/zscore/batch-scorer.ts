/** Scores a batch of records: returns their cells with the new cells added. */
import type { ZScoreColumn } from '@denba/growth/columns';
import { reasonCode } from '@denba/growth/reason-code';
import { measuredLength } from '@denba/growth/who/measured-length';
import type { CsvInput, CsvRecord } from '../input/read-csv.ts';
import { addReview } from '../input/review.ts';
import { createBirthMeasures } from './birth-measures.ts';
import { createChildBatch } from './child-batch.ts';
import type { ColumnPlaces } from './input-columns.ts';
import { lifeCells } from './life-columns.ts';
import { createFormatZ } from './output-columns.ts';
import { createChildReader } from './read-child.ts';
import { createRowFlags } from './row-flags.ts';
import { createWhoColumns, flagOfReason, scoreBatch, whoNames } from './who-columns.ts';
import type { ZscoreTally } from './zscore-summary.ts';

export type BatchScorer = (records: readonly CsvRecord[]) => string[][];

const ROWS = 4096;

export const createBatchScorer = (
  input: Pick<CsvInput, 'header' | 'dialect'>,
  places: ColumnPlaces,
  raw: boolean,
  tally: ZscoreTally,
): BatchScorer => {
  const batch = createChildBatch(ROWS);
  const who = createWhoColumns(ROWS);
  const flags = createRowFlags((review) => addReview(tally.reviews, review));
  const read = createChildReader(input, places, batch, flags);
  const format = createFormatZ(raw, input.dialect.decimalComma);
  const life = places.has('gestational_age_days');
  const births = createBirthMeasures();
  const idPlace = places.get('id') ?? places.get('infant') ?? -1;
  const idOf = (record: CsvRecord): string => record.cells[idPlace]?.trim() ?? '';
  const age = (row: number): number => batch.ageDays[row] ?? Number.NaN;

  const zCell = (name: (typeof whoNames)[number], column: ZScoreColumn, row: number): string => {
    const reason = column.reason[row] ?? reasonCode.missingMeasurement;
    const flag = flagOfReason(reason);
    if (flag !== null) flags.add(row, `${name}:${flag}`);
    if (reason !== reasonCode.scored && reason !== reasonCode.flagged) return '';
    tally[reason === reasonCode.scored ? 'scored' : 'flagged'][name] += 1;
    return format(column.z[row] ?? Number.NaN, column.raw[row] ?? Number.NaN);
  };
  const standingTooYoung = (row: number): boolean =>
    batch.measured[row] === 2 &&
    measuredLength({ ageDays: age(row), lengthCm: batch.lengthCm[row] ?? Number.NaN, measured: 'standing' })
      .standingTooYoung;

  const scoreRows = (records: readonly CsvRecord[]): string[][] => {
    flags.clear();
    records.forEach((record, row) => {
      read(record, row);
      if (!life || births.note(idOf(record), age(row)) === 'inOrder') return;
      flags.review(row, { line: record.line, column: 'age_days', code: 'out_of_order', cell: String(age(row)) });
    });
    scoreBatch(batch, who);
    const width = input.header.length;
    const scored = records.map((record, row) => {
      const cells = record.cells.slice(0, width);
      while (cells.length < width) cells.push('');
      for (const name of whoNames) cells.push(zCell(name, who[name], row));
      if (standingTooYoung(row)) flags.add(row, 'c9mo');
      const later = life
        ? lifeCells(batch, row, births.isBirth(idOf(record), age(row)), flags, format, (centile) =>
            format(Math.round(centile * 100) / 100, centile),
          )
        : [];
      cells.push(flags.text(row), ...later, ...record.cells.slice(width));
      return cells;
    });
    births.endOfBatch();
    tally.rows += records.length;
    return scored;
  };
  return (records) => {
    const rows: string[][] = [];
    for (let from = 0; from < records.length; from += ROWS) rows.push(...scoreRows(records.slice(from, from + ROWS)));
    return rows;
  };
};
