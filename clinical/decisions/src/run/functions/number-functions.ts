/**
 * Functions on numbers (DMN 1.5 §10.3.4.5). Rounding works on the decimal digits as written, so `round half up(2.675,
 * 2)` is 2.68 as FEEL requires, although the nearest double is slightly below it.
 */
import { durationOf, finite, isDuration, type Value } from '../../value.ts';
import { type Builtins, number, other, truth } from './builtin.ts';

export const numberFunctions: Builtins = {
  abs: other('n', (n) => {
    if (typeof n === 'number') return Math.abs(n);
    return n !== undefined && isDuration(n) ? durationOf(n.unit, Math.abs(n.count)) : null;
  }),
  floor: number('n, scale?', (n, scale) => rounded(Math.floor, n, scale)),
  ceiling: number('n, scale?', (n, scale) => rounded(Math.ceil, n, scale)),
  decimal: number('n, scale', (n, scale) => rounded(halfEven, n, scale)),
  'round up': number('n, scale', (n, scale) => rounded(awayFromZero, n, scale)),
  'round down': number('n, scale', (n, scale) => rounded(Math.trunc, n, scale)),
  'round half up': number('n, scale', (n, scale) => rounded(halfUp, n, scale)),
  'round half down': number('n, scale', (n, scale) => rounded(halfDown, n, scale)),
  modulo: number('dividend, divisor', (dividend, divisor) =>
    typeof dividend === 'number' && typeof divisor === 'number' && divisor !== 0
      ? finite(dividend - divisor * Math.floor(dividend / divisor))
      : null,
  ),
  sqrt: number('number', (n) => (typeof n === 'number' && n >= 0 ? Math.sqrt(n) : null)),
  log: number('number', (n) => (typeof n === 'number' && n > 0 ? Math.log(n) : null)),
  exp: number('number', (n) => (typeof n === 'number' ? finite(Math.exp(n)) : null)),
  odd: truth('number', (n) => (typeof n === 'number' ? Math.abs(n) % 2 === 1 : null)),
  even: truth('number', (n) => (typeof n === 'number' ? Math.abs(n) % 2 === 0 : null)),
};

/** Larger scales are refused; DMN limits them too, and no measurement needs them. */
const LARGEST_SCALE = 20;

const rounded = (round: (n: number) => number, n: Value | undefined, scale: Value | undefined): number | null => {
  const places = scale === undefined ? 0 : scale;
  if (typeof n !== 'number' || typeof places !== 'number') return null;
  if (!Number.isInteger(places) || Math.abs(places) > LARGEST_SCALE) return null;
  return finite(shifted(round(shifted(n, places)), -places));
};

/**
 * Shifts the decimal point in the shortest decimal text of the number, which is exact where `n * 10 ** places` is not.
 */
const shifted = (n: number, places: number): number => {
  if (places === 0) return n;
  const [digits = '', exponent = '0'] = String(n).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

const awayFromZero = (n: number): number => (n < 0 ? Math.floor(n) : Math.ceil(n));

const halfUp = (n: number): number => Math.sign(n) * Math.floor(Math.abs(n) + 0.5);

const halfDown = (n: number): number => Math.sign(n) * Math.ceil(Math.abs(n) - 0.5);

const halfEven = (n: number): number => {
  const below = Math.floor(n);
  return n - below === 0.5 ? (below % 2 === 0 ? below : below + 1) : Math.round(n);
};
