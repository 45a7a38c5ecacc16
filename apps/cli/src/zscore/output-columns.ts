/** Headings and cells of the result. A name that the file already has is left to the file. */
import { columnName } from '../input/header-columns.ts';
import { lifeNames } from './life-columns.ts';
import { whoNames } from './who-columns.ts';

export type AddedColumns = {
  readonly headings: readonly string[];
  /** Names that the file has already, so that ours have a prefix. */
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

/** Two decimals, or all digits; with the decimal comma of the file. */
export const createFormatZ = (raw: boolean, decimalComma: boolean): ((z: number, exact: number) => string) => {
  const local = (text: string): string => (decimalComma ? text.replace('.', ',') : text);
  return raw ? (_, exact) => local(String(exact)) : (z) => local(z.toFixed(2));
};
