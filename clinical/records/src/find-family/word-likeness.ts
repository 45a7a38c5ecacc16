/** How alike two words are, from the strongest reason to the weakest. */
import { editDistance } from './edit-distance.ts';
import type { NameKey, NameRules } from './name-keys.ts';

/**
 * 5 same letters · 4 same sound · 3 variants of one name · 2 one slip in letters or in sound, or an initial · 1 two
 * slips · 0 unlike.
 */
export type Likeness = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * A key with its sets of letters and of sounds as bit masks, by which most unlike pairs are excluded without a full
 * comparison.
 */
export type ComparedWord = NameKey & { readonly letterSet: number; readonly soundSet: number };

export const comparedWord = (key: NameKey): ComparedWord => ({
  ...key,
  letterSet: setOf(key.letters),
  soundSet: setOf(key.sound),
});

/** One slip in sound keys of at least this length still counts as the same name: kOlEbAl and kOlObAl. */
const SHORTEST_SLIPPED_SOUND = 4;

export const likeness = (asked: ComparedWord, word: ComparedWord, rules: NameRules): Likeness => {
  if (asked.letters === word.letters) return 5;
  if (asked.sound === word.sound) return 4;
  if (asked.variantOf !== null && asked.variantOf === word.variantOf) return 3;
  if (asked.letters.length === 1 || word.letters.length === 1) return asked.letters[0] === word.letters[0] ? 2 : 0;
  const most = rules.slips(Math.min(asked.letters.length, word.letters.length));
  if (most === 0) return 0;
  // A changed letter removes one letter from the set and adds one: a slip makes at most two differences.
  if (mayBeWithin(asked.letterSet, word.letterSet, most)) {
    const slips = editDistance(asked.letters, word.letters, most);
    if (slips === 1) return 2;
    if (slips === 2) return soundSlipped(asked, word) ? 2 : 1;
  }
  return soundSlipped(asked, word) ? 2 : 0;
};

const soundSlipped = (asked: ComparedWord, word: ComparedWord): boolean =>
  Math.min(asked.sound.length, word.sound.length) >= SHORTEST_SLIPPED_SOUND &&
  mayBeWithin(asked.soundSet, word.soundSet, 1) &&
  editDistance(asked.sound, word.sound, 1) === 1;

const mayBeWithin = (a: number, b: number, slips: number): boolean => bits(a ^ b) <= 2 * slips;

/**
 * A bit mask with one bit per character code modulo 32. Latin letters never collide; other characters may, which costs
 * only a needless comparison.
 */
const setOf = (text: string): number => {
  let set = 0;
  for (let index = 0; index < text.length; index += 1) set |= 1 << (text.charCodeAt(index) & 31);
  return set;
};

const bits = (set: number): number => {
  let rest = set - ((set >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
