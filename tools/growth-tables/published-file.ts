import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A file of published figures: its rows as text, so that a figure keeps the decimals it was printed with. */
export type PublishedFile = {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
};

/** Reads a table with a header line; `delimiter` is a tab for WHO, a comma for the others. Any line end is accepted. */
export const readPublishedFile = (path: string, delimiter: string): PublishedFile => {
  const bytes = readFileSync(path);
  const rows: Record<string, string>[] = parse(bytes, {
    columns: true,
    delimiter,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  if (rows.length === 0) throw new Error(`${path} holds no row`);
  return { name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), rows };
};

/**
 * The text of a cell. Throws when the column is missing or empty, because then the file is not the one that we know.
 */
export const cell = (row: Readonly<Record<string, string>>, column: string): string => {
  const text = row[column];
  if (text === undefined || text === '') throw new Error(`no figure in column ${column} of ${JSON.stringify(row)}`);
  return text;
};
