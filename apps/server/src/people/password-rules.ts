/**
 * The rules for passwords of accounts. Length matters most: several plain words are better than one strange one, and
 * easier to remember. Beyond that, only what everybody tries first is refused; no special characters are required.
 */
import type { Text } from '@denba/quantities/text';
import common from './common-words.json' with { type: 'json' };

export const SHORTEST = 10;
export const LONGEST = 200;

export type PasswordProblem = 'tooShort' | 'tooLong' | 'isName' | 'common' | 'tooSimple';

/** Returns `null` when the password is good enough. `names`: the sign-in name and the name of the person. */
export const passwordProblem = (password: string, names: readonly string[]): PasswordProblem | null => {
  const characters = [...samePassword(password)];
  if (characters.length < SHORTEST) return 'tooShort';
  if (characters.length > LONGEST) return 'tooLong';
  const [folded, bare] = [folding(password), bareWord(password)];
  if (names.some((name) => name !== '' && [folded, bare].includes(folding(name).replaceAll(' ', '')))) return 'isName';
  if (words.has(bare) || words.has(folded) || common.whole.includes(folded)) return 'common';
  return isSimple(folded) ? 'tooSimple' : null;
};

/** NFC, because keyboards compose accents differently; a space at the beginning or end is a slip of the thumb. */
export const samePassword = (password: string): string => password.normalize('NFC').trim();

const words = new Set(common.words);

const folding = (text: string): string => samePassword(text).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** The word without digits and signs around it: whoever tries « bamako » also tries « Bamako-2026 ! ». */
const bareWord = (text: string): string =>
  folding(text)
    .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll(' ', '');

/**
 * A part of at most four characters repeated, or a run of neighbouring characters: aaaaaaaaaa, 1212121212, abcdefghij.
 */
const isSimple = (text: string): boolean => {
  if (/^(.{1,4}?)\1+.{0,3}$/su.test(text) && new Set(text).size <= 4) return true;
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  return steps.size === 1 && [-1, 1].includes([...steps][0] ?? 0);
};

export const passwordTexts: Readonly<Record<PasswordProblem, Text>> = {
  tooShort: {
    fr: `Ce mot de passe est trop court : il faut au moins ${SHORTEST} caractères. Plusieurs mots simples conviennent.`,
    en: `This password is too short: it takes at least ${SHORTEST} characters. Several plain words will do.`,
  },
  tooLong: {
    fr: `Ce mot de passe est trop long : ${LONGEST} caractères au plus.`,
    en: `This password is too long: ${LONGEST} characters at most.`,
  },
  isName: {
    fr: 'Ce mot de passe est le nom de la personne : ce serait le premier essayé. Choisissez autre chose.',
    en: 'This password is the name of the person: it would be tried first. Choose something else.',
  },
  common: {
    fr: 'Ce mot de passe est trop courant : ce serait un des premiers essayés. Choisissez autre chose.',
    en: 'This password is too common: it would be among the first tried. Choose something else.',
  },
  tooSimple: {
    fr: 'Ce mot de passe est une suite ou une répétition. Choisissez par exemple quatre mots sans rapport.',
    en: 'This password is a row or a repetition. Choose for instance four words that have nothing in common.',
  },
};
