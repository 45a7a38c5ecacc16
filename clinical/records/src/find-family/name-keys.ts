/**
 * The keys of a name: one per word, without particles. Two names may belong to the same person when their words share
 * letters, sound or a line of the table of variants, in any order (family name first or last).
 */
import { foldLetters, wordsOf } from './fold-letters.ts';
import { nameParticles } from './name-particles.ts';
import { nameVariants } from './name-variants.ts';
import { soundKey } from './sound-key.ts';

export type NameKey = {
  /** Folded spelling: `coulibaly`. */
  readonly letters: string;
  readonly sound: string;
  /**
   * First name of the line of variants that contains the word, for example `fatoumata` for Fatim; `null` when there is
   * none.
   */
  readonly variantOf: string | null;
};

/**
 * The rules that decide which words are alike. Another country may supply its own; tests switch parts off to measure
 * their effect.
 */
export type NameRules = {
  readonly sound: (letters: string) => string;
  readonly variantOf: (letters: string, sound: string) => string | null;
  /** The maximum number of slips between two words that still count as alike, by word length. */
  readonly slips: (length: number) => 0 | 1 | 2;
};

const variantBy = (keyOf: (form: string) => string): ReadonlyMap<string, string> => {
  const table = new Map<string, string>();
  for (const line of nameVariants)
    for (const form of line) if (!table.has(keyOf(form))) table.set(keyOf(form), line[0]);
  return table;
};
const variantByLetters = variantBy((form) => form);
const variantBySound = variantBy(soundKey);

/** A word of three letters allows no slip: Awa, Ada, Ami and Aya are four women. */
const slips = (length: number): 0 | 1 | 2 => (length < 4 ? 0 : length < 7 ? 1 : 2);

export const westAfricanNames: NameRules = {
  sound: soundKey,
  variantOf: (letters, sound) => variantByLetters.get(letters) ?? variantBySound.get(sound) ?? null,
  slips,
};

/** Key of one folded word. */
export const wordKey = (letters: string, rules: NameRules = westAfricanNames): NameKey => {
  const sound = rules.sound(letters);
  return { letters, sound, variantOf: rules.variantOf(letters, sound) };
};

/** The folded words of a name without particles, or all its words when it has only particles. */
export const nameWords = (name: string): readonly string[] => {
  const words = wordsOf(foldLetters(name));
  const bare = words.filter((word) => !nameParticles.has(word));
  return [...new Set(bare.length > 0 ? bare : words)];
};

/**
 * The keys of the words of a name, in the order in which they are written. Empty when the name holds no letter or
 * digit.
 */
export const nameKeys = (name: string, rules: NameRules = westAfricanNames): readonly NameKey[] =>
  nameWords(name).map((word) => wordKey(word, rules));
