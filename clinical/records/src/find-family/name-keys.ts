/**
 * The keys of a name: one per word, without the particles around it. Two names may be the same person's when their words
 * share letters, sound or a line of the table of variants, in whatever order (family name first or last).
 */
import { foldLetters, wordsOf } from './fold-letters.ts';
import { nameParticles } from './name-particles.ts';
import { nameVariants } from './name-variants.ts';
import { soundKey } from './sound-key.ts';

export type NameKey = {
  /** Folded spelling: `coulibaly`. */
  readonly letters: string;
  readonly sound: string;
  /** First name of the line of variants it stands in, if any: `fatoumata` for Fatim. */
  readonly variantOf: string | null;
};

/** What makes words alike. Another country may bring its own; the tests switch parts off to see what they are worth. */
export type NameRules = {
  readonly sound: (letters: string) => string;
  readonly variantOf: (letters: string, sound: string) => string | null;
  /** Most slips of the finger between two words, by their length. */
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

/** Three letters hold no room for a slip: Awa, Ada, Ami, Aya are four women. */
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

/** Folded words of a name without particles; all of them when there is nothing else. */
export const nameWords = (name: string): readonly string[] => {
  const words = wordsOf(foldLetters(name));
  const bare = words.filter((word) => !nameParticles.has(word));
  return [...new Set(bare.length > 0 ? bare : words)];
};

/** Keys of the words of a name, in the order in which they are written. Empty when it holds no letter. */
export const nameKeys = (name: string, rules: NameRules = westAfricanNames): readonly NameKey[] =>
  nameWords(name).map((word) => wordKey(word, rules));
