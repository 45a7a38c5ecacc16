/**
 * One CSV sheet as rows of named cells, each row with its line number. A sheet saved by a French Excel (`;` between
 * cells, a byte-order mark) reads the same as one saved with commas.
 */
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem.ts';

export type Row = {
  readonly file: string;
  readonly line: number;
  /** Trimmed text by column; a blank cell is `''`. */
  readonly cells: Readonly<Record<string, string>>;
  /** The place of each cell that an overlay replaced. */
  readonly origins?: Readonly<Record<string, Place>>;
};

export type Sheet = { readonly file: string; readonly columns: readonly string[]; readonly rows: readonly Row[] };

export const emptySheet = (file: string): Sheet => ({ file, columns: [], rows: [] });

/** The text of a cell; `''` when it is blank or the sheet has no such column. */
export const cell = (row: Row, column: string): string => row.cells[column] ?? '';

/** The place of a cell: the overlay's line when an overlay wrote it. */
export const cellPlace = (row: Row, column: string): Place =>
  row.origins?.[column] ?? { file: row.file, line: row.line, column };

export const rowPlace = (row: Row): Place => ({ file: row.file, line: row.line });

/** Reads a sheet. An unreadable file gives an empty sheet and one problem. */
export const readSheet = (file: string, text: string): { sheet: Sheet; problems: Problem[] } => {
  const problems: Problem[] = [];
  const records = readRecords(file, text, problems);
  const header = records[0];
  if (header === undefined) {
    if (problems.length === 0) problems.push(emptyFile(file));
    return { sheet: emptySheet(file), problems };
  }
  const columns = header.cells.map((name) => name.trim());
  for (const name of columns) {
    if (name !== '' && columns.indexOf(name) !== columns.lastIndexOf(name)) problems.push(columnTwice(file, name));
  }
  const rows: Row[] = [];
  for (const record of records.slice(1)) {
    if (record.cells.every((text) => text.trim() === '')) continue;
    const extra = record.cells.slice(columns.length).filter((text) => text.trim() !== '');
    if (extra.length > 0) problems.push(rowTooLong(file, record.line, extra));
    const cells: Record<string, string> = {};
    columns.forEach((name, index) => {
      if (name !== '') cells[name] = (record.cells[index] ?? '').trim();
    });
    rows.push({ file, line: record.line, cells });
  }
  return { sheet: { file, columns: [...new Set(columns.filter((name) => name !== ''))], rows }, problems };
};

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

const readRecords = (file: string, text: string, problems: Problem[]): CsvRecord[] => {
  // Line ends are normalised: csv-parse counts CRLF inside quotes twice.
  const content = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const firstLine = content.slice(0, content.indexOf('\n') < 0 ? undefined : content.indexOf('\n'));
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  try {
    const parsed: unknown = parse(content, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return (parsed as readonly { record: readonly string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.reduce((count, value) => count + value.split('\n').length - 1, 0),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push(notCsv(file, openQuoteLine(content) ?? error['lines']));
    return [];
  }
};

/** The line of a quote that is never closed, or null when all quotes are closed. */
const openQuoteLine = (content: string): number | null => {
  let [line, opened]: [number, number | null] = [1, null];
  for (const character of content) {
    if (character === '\n') line++;
    else if (character === '"') opened = opened === null ? line : null;
  }
  return opened;
};

const notCsv = (file: string, line: unknown): Problem =>
  problem(
    'notCsv',
    typeof line === 'number' ? { file, line } : { file },
    {
      fr: 'Cette feuille ne se lit pas : un guillemet (") est ouvert sans être fermé, ou mal placé.',
      en: 'This sheet cannot be read: a quote (") is opened and not closed, or misplaced.',
    },
    {
      fr: 'Entourez la cellule de guillemets et doublez ceux du texte ("").',
      en: 'Put quotes around the cell and double those inside the text ("").',
    },
  );

const emptyFile = (file: string): Problem =>
  problem(
    'notCsv',
    { file, line: 1 },
    { fr: 'Cette feuille est vide.', en: 'This sheet is empty.' },
    { fr: 'Ajoutez la ligne de titres des colonnes.', en: 'Add the line of column headings.' },
  );

const columnTwice = (file: string, column: string): Problem =>
  problem(
    'columnTwice',
    { file, line: 1, column },
    { fr: `La colonne « ${column} » figure deux fois.`, en: `The column “${column}” appears twice.` },
    { fr: 'Gardez une seule des deux colonnes.', en: 'Keep only one of the two columns.' },
  );

const rowTooLong = (file: string, line: number, extra: readonly string[]): Problem =>
  problem(
    'rowTooLong',
    { file, line },
    {
      fr: `Cette ligne a plus de cellules que de colonnes : « ${extra.join(' | ')} » est hors du tableau.`,
      en: `This row has more cells than columns: “${extra.join(' | ')}” lies outside the table.`,
    },
    {
      fr: 'Entourez de guillemets les textes qui contiennent une virgule, ou ôtez la cellule en trop.',
      en: 'Put quotes around texts that hold a comma, or remove the extra cell.',
    },
  );
