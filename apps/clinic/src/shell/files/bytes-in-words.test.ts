import { expect, it } from 'vitest';
import { bytesInWords } from './bytes-in-words.ts';

it.each([
  [0, 0, 'kB'],
  [12, 1, 'kB'],
  [1_499, 1, 'kB'],
  [999_499, 999, 'kB'],
  [1_000_000, 1, 'MB'],
  [1_250_000, 1.3, 'MB'],
  [41_600_000, 42, 'MB'],
  [2_340_000_000, 2.3, 'GB'],
] as const)('%i bytes are %d %s', (bytes, value, unit) => {
  expect(bytesInWords(bytes)).toEqual({ value, unit });
});
