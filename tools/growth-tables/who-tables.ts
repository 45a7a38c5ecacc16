/**
 * WHO Child Growth Standards by day (and by 0.1 cm for weight-for-length and weight-for-height), as WHO publishes them
 * with its `anthro` software: sex (1 boy, 2 girl), age in days or length in cm, L, M, S, and a letter for lying (L) or
 * standing (H) where it matters.
 */
import { join } from 'node:path';
import type { CompactLmsTable } from '@denba/growth/lms-table';
import { encodeColumn } from './encode-column.ts';
import { cell, type PublishedFile, readPublishedFile } from './published-file.ts';

const source = 'WHO Child Growth Standards (WHO, 2006 and 2007), LMS by day and by 0.1 cm';
const edition = 'tables of WHO anthro 1.1.0.9000, commit b776d8a of 2026-01-30, data-raw/growthstandards';

type WhoTable = { readonly index: string; readonly file: string; readonly key: 'age' | 'length' | 'height' };

export const whoTables: readonly WhoTable[] = [
  { index: 'weight-for-age', file: 'weianthro.txt', key: 'age' },
  { index: 'length-for-age', file: 'lenanthro.txt', key: 'age' },
  { index: 'weight-for-length', file: 'wflanthro.txt', key: 'length' },
  { index: 'weight-for-height', file: 'wfhanthro.txt', key: 'height' },
  { index: 'bmi-for-age', file: 'bmianthro.txt', key: 'age' },
  { index: 'head-circumference-for-age', file: 'hcanthro.txt', key: 'age' },
  { index: 'muac-for-age', file: 'acanthro.txt', key: 'age' },
  { index: 'triceps-for-age', file: 'tsanthro.txt', key: 'age' },
  { index: 'subscapular-for-age', file: 'ssanthro.txt', key: 'age' },
];

export const buildWhoTable = (folder: string, { index, file, key }: WhoTable): CompactLmsTable => {
  const published = readPublishedFile(join(folder, 'who', file), '\t');
  return {
    index,
    source,
    edition,
    files: { [published.name]: published.sha256 },
    key: key === 'age' ? 'age in days' : `${key} in mm`,
    M: forSex(published, '1', key),
    F: forSex(published, '2', key),
  };
};

const forSex = (published: PublishedFile, sex: string, key: WhoTable['key']): CompactLmsTable['M'] => {
  const rows = published.rows.filter((row) => cell(row, 'sex') === sex);
  const keys = rows.map((row) => (key === 'age' ? Number(cell(row, key)) : Math.round(Number(cell(row, key)) * 10)));
  const from = keys[0] ?? 0;
  keys.forEach((value, row) => {
    if (value !== from + row) throw new Error(`${published.name}: row ${row} of sex ${sex} has key ${value}`);
  });
  for (const row of rows) {
    const letter = row['loh'];
    if (letter !== undefined && letter !== (Number(cell(row, 'age')) < 731 ? 'L' : 'H')) {
      throw new Error(`${published.name}: day ${row['age']} is marked ${letter}; the standard changes at day 731`);
    }
  }
  const column = (name: string) => encodeColumn(rows.map((row) => cell(row, name)));
  return { from, rows: rows.length, l: column('l'), m: column('m'), s: column('s') };
};
