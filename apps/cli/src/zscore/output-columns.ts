/** Headings and cells of the result. Where the file already has a column of the same name, ours gets a prefix. */
import { columnName } from '../input/header-columns.ts';
import { lifeNames } from './life-columns.ts';
import { whoNames } from './who-columns.ts';

export type AddedColumns = {
  readonly headings: readonly string[];
  /** New names that the file already has as columns, and that are therefore written with the prefix `denba_`. */
  readonly renamed: readonly string[];
};

export const addedColumns = (header: readonly string[], life: boolean): AddedColumns => {
  const taken = new Set(header.map(columnName));
  const names = [...whoNames, 'flags', ...(life ? lifeNames : [])];
  return {
    headings: names.map((name) => (taken.has(name) ? `denba_${name}` : name)),
    renamed: names.filter((name) => taken.has(name)),
  };
};

/** Returns a formatter of z-scores: two decimals, or all digits when `raw`; with the decimal comma of the file. */
export const createFormatZ = (raw: boolean, decimalComma: boolean): ((z: number, exact: number) => string) => {
  const local = (text: string): string => (decimalComma ? text.replace('.', ',') : text);
  return raw ? (_, exact) => local(String(exact)) : (z) => local(z.toFixed(2));
};
