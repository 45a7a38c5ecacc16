/**
 * Rows as CSV that a spreadsheet opens by a double click: UTF-8 with a byte order mark, semicolons and decimal commas
 * in French. Text that looks like a formula is escaped.
 */
import type { Language } from '@denba/quantities/text';
import { stringify } from 'csv-stringify/sync';
import type { Cell } from './export-table.ts';

export const writeCsv = (rows: readonly (readonly Cell[])[], language: Language): string =>
  stringify(
    rows.map((row) => [...row]),
    {
      bom: true,
      delimiter: language === 'fr' ? ';' : ',',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: (value) => (language === 'fr' ? String(value).replace('.', ',') : String(value)) },
    },
  );
