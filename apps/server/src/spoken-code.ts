/** Codes that are read aloud and typed by thumb: capital letters, without those that are easily confused. */
import { randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYZ';

export const spokenCode = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** In groups of four, as it is shown. */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join(' ');

/** Normalises a typed code: upper case, without spaces and hyphens. */
export const asTyped = (given: string): string => given.toUpperCase().replaceAll(/[\s-]/g, '');
