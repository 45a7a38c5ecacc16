/**
 * Reads one cell as a value, or says why it has none. Empty cells and the usual marks of an empty one (NA, N/A, a dot)
 * are missing; everything else that cannot be read with certainty is a problem, never a guess.
 */
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';

export type CellProblem = 'not_a_number' | 'ambiguous_number' | 'not_a_date' | 'unknown_code';

/** When `value` and `problem` are both null, the cell is empty. */
export type CellReading<T> = { readonly value: T | null; readonly problem: CellProblem | null };

const missing = { value: null, problem: null } as const;
const wrong = (problem: CellProblem) => ({ value: null, problem }) as const;

export const isMissingMark = (text: string): boolean => text === '' || /^(na|n\/a|\.|-|null|nan)$/i.test(text);

/**
 * Reads `3.25`, `3,25` and `2 300`. In a file whose cells are separated by commas, a quoted `2,300` can mean 2300 or
 * 2.3: it is ambiguous unless the file is seen to write decimals with commas.
 */
export const readNumber = (cell: string, decimalComma: boolean, delimiter: string): CellReading<number> => {
  const text = cell.trim();
  if (/^[-+]?\d+(\.\d*)?$/.test(text)) return { value: Number(text), problem: null };
  if (isMissingMark(text)) return missing;
  if (/^[-+]?\d+,\d+$/.test(text)) {
    const thousands = /^[-+]?\d{1,3},\d{3}$/.test(text);
    if (thousands && !decimalComma && delimiter === ',') return wrong('ambiguous_number');
    return { value: Number(text.replace(',', '.')), problem: null };
  }
  if (/^[-+]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/.test(text)) {
    return { value: Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.')), problem: null };
  }
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return { value: Number(text), problem: null };
  return wrong('not_a_number');
};

/** Reads `2026-03-01`, with or without a time of day, or `01/03/2026` (day/month/year). */
export const readDate = (cell: string): CellReading<LocalDate> => {
  const text = cell.trim();
  if (isMissingMark(text)) return missing;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)?.[1];
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text) ?? [];
  const written = iso ?? (year === undefined ? null : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  const parsed = written === null ? null : parseLocalDate(written);
  return parsed?.ok ? { value: parsed.value, problem: null } : wrong('not_a_date');
};

/** Looks a cell up among codes, ignoring case. The keys of `codes` are lower case. */
export const readCode = <T>(cell: string, codes: Readonly<Record<string, T>>): CellReading<T> => {
  const text = cell.trim();
  const key = text.toLowerCase();
  if (Object.hasOwn(codes, key)) return { value: codes[key] ?? null, problem: null };
  return isMissingMark(text) ? missing : wrong('unknown_code');
};
