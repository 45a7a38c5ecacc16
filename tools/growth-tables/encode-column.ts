import { gzipSync } from 'node:zlib';
import { type CompactColumn, decodeColumn } from '@denba/growth/compact-column';

/** Encodes decimals, given as printed text, in the smallest of three encodings. Throws unless they decode unchanged. */
export const encodeColumn = (printed: readonly string[]): CompactColumn => {
  const decimals = Math.max(...printed.map(decimalsOf));
  const scale = 10 ** decimals;
  const integers = printed.map((text) => scaled(text, decimals));
  const candidates = [0, 1, 2].map((order) => ({
    scale,
    order,
    values: withoutEndZeros(differences(integers, order)),
  }));
  const best = candidates.reduce((a, b) => (weigh(b) < weigh(a) ? b : a));
  decodeColumn(best, printed.length).forEach((figure, row) => {
    if (figure !== Number(printed[row])) throw new Error(`row ${row}: ${printed[row]} would be read as ${figure}`);
  });
  return best;
};

const decimalsOf = (text: string): number => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a plain decimal: ${text}`);
  return text.split('.')[1]?.length ?? 0;
};

/** Moves the decimal point in the text, so that no floating-point product is involved. */
const scaled = (text: string, decimals: number): number => {
  const [whole = '', fraction = ''] = text.split('.');
  const integer = Number(whole + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(integer)) throw new Error(`too long to be kept as an integer: ${text}`);
  return integer;
};

const differences = (figures: readonly number[], order: number): readonly number[] =>
  order === 0
    ? figures
    : differences(
        figures.map((figure, row) => figure - (row === 0 ? 0 : (figures[row - 1] ?? 0))),
        order - 1,
      );

const withoutEndZeros = (values: readonly number[]): readonly number[] =>
  values.slice(0, values.findLastIndex((value) => value !== 0) + 1);

const weigh = (column: CompactColumn): number => gzipSync(JSON.stringify(column)).length;
