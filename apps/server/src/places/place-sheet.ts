/**
 * Reads a list of places from a CSV file, and reports what is wrong with the file: line, column, problem and remedy. A
 * sheet saved by a French Excel (`;`, decimal comma, byte-order mark) reads the same as one saved with commas.
 */
import type { Text } from '@denba/quantities/text';
import { CsvError, parse } from 'csv-parse/sync';

export const sheetColumns = ['code', 'name', 'kind', 'parent_code', 'dhis2_uid', 'latitude', 'longitude'] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/**
 * The column with the number of people who live there in a year: `population_2026`. A list may have any number of them.
 */
export const populationColumn = (year: number): string => `population_${year}`;
const POPULATION = /^population_(199\d|20\d\d)$/;

/** Columns without which the others are useless. */
const needed: readonly SheetColumn[] = ['code', 'name', 'kind', 'parent_code'];

export type SheetRow = {
  readonly line: number;
  readonly cells: Readonly<Record<SheetColumn, string>>;
  /** Cell text by year; empty cells are left out. */
  readonly populations: ReadonlyMap<number, string>;
};

export type SheetProblem = {
  readonly line: number;
  /** `null`: the problem is of the whole line. */
  readonly column: string | null;
  readonly problem: Text;
  readonly remedy: Text;
};

export type Sheet = { readonly rows: readonly SheetRow[]; readonly problems: readonly SheetProblem[] };

export const MOST_ROWS = 20_000;

export const readSheet = (text: string): Sheet => {
  // Characters of files that are not UTF-8 text: other encodings, workbooks.
  if (/[\0\uFFFD]/.test(text)) return { rows: [], problems: [notUtf8()] };
  const records = readRecords(text);
  if (records === null) return { rows: [], problems: [notCsv()] };
  const [header, ...rest] = records;
  const columns = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { rows: [], problems: missing.map(columnMissing) };
  if (rest.length > MOST_ROWS) return { rows: [], problems: [tooManyRows(rest.length)] };
  const strange = columns.filter(
    (name) => name !== '' && !sheetColumns.includes(name as SheetColumn) && !POPULATION.test(name),
  );
  const long = rest.filter(({ cells }) => cells.slice(columns.length).some((cell) => cell.trim() !== ''));
  const rows = rest.map(({ line, cells }) => {
    const of = (name: SheetColumn) => [name, (cells[columns.indexOf(name)] ?? '').trim()] as const;
    const populations = columns.flatMap((name, at): readonly (readonly [number, string])[] => {
      const [year, written] = [POPULATION.exec(name)?.[1], (cells[at] ?? '').trim()];
      return year === undefined || written === '' ? [] : [[Number(year), written]];
    });
    return {
      line,
      cells: Object.fromEntries(sheetColumns.map(of)) as Record<SheetColumn, string>,
      populations: new Map(populations),
    };
  });
  return { rows, problems: [...strange.map(columnUnknown), ...long.map(({ line }) => lineTooLong(line))] };
};

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

const readRecords = (text: string): readonly CsvRecord[] | null => {
  // Line ends are unified, because csv-parse counts CRLF inside quotes twice.
  const content = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const first = content.split('\n', 1)[0] ?? '';
  const delimiter = [';', '\t', ','].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const;
  try {
    const parsed: unknown = parse(content, options);
    return (parsed as readonly { record: readonly string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({
        cells: record,
        line: info.lines - record.reduce((count, cell) => count + cell.split('\n').length - 1, 0),
      }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    return null;
  }
};

const fileProblem = (problem: Text): SheetProblem => ({
  line: 1,
  column: null,
  problem,
  remedy: {
    fr: 'Enregistrez la feuille en « CSV UTF-8 » depuis le tableur.',
    en: 'Save the sheet as “CSV UTF-8” from the spreadsheet.',
  },
});

const notUtf8 = (): SheetProblem =>
  fileProblem({ fr: "Ce fichier n'est pas un CSV en UTF-8.", en: 'This file is no CSV in UTF-8.' });

const notCsv = (): SheetProblem =>
  fileProblem({
    fr: 'Ce fichier ne se lit pas : un guillemet (") est ouvert sans être fermé, ou mal placé.',
    en: 'This file cannot be read: a quote (") is opened and not closed, or misplaced.',
  });

const columnMissing = (column: SheetColumn): SheetProblem => ({
  line: 1,
  column,
  problem: { fr: `La colonne « ${column} » manque.`, en: `The column “${column}” is missing.` },
  remedy: {
    fr: `La première ligne nomme les colonnes : ${sheetColumns.join(', ')}.`,
    en: `The first line names the columns: ${sheetColumns.join(', ')}.`,
  },
});

const columnUnknown = (column: string): SheetProblem => ({
  line: 1,
  column,
  problem: { fr: `La colonne « ${column} » est inconnue.`, en: `The column “${column}” is unknown.` },
  remedy: {
    fr: `Ôtez-la, ou nommez-la comme une de celles-ci : ${sheetColumns.join(', ')}.`,
    en: `Remove it, or name it as one of these: ${sheetColumns.join(', ')}.`,
  },
});

const lineTooLong = (line: number): SheetProblem => ({
  line,
  column: null,
  problem: {
    fr: 'Cette ligne a plus de cellules que de colonnes.',
    en: 'This line has more cells than there are columns.',
  },
  remedy: {
    fr: 'Entourez de guillemets les noms qui contiennent le séparateur.',
    en: 'Put quotes around names that hold the separator.',
  },
});

const tooManyRows = (count: number): SheetProblem => ({
  line: 1,
  column: null,
  problem: { fr: `${count} lignes, c'est trop en une fois.`, en: `${count} lines are too many at once.` },
  remedy: {
    fr: `Partagez le fichier : ${MOST_ROWS} lignes au plus.`,
    en: `Divide the file: ${MOST_ROWS} lines at most.`,
  },
});
