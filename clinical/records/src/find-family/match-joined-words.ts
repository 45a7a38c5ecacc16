/**
 * Names that some write in one word and others in two (Fatima Zahra and Fatimazahra), or a space that was not typed.
 * Handles both directions, for words that are in the dictionary.
 */
import type { FamilyIndex, IndexedWord } from './family-index.ts';
import type { TermMatch } from './match-term.ts';
import type { QueryTerm } from './parse-query.ts';

/** A little lower than the fit of the same sound (0.8, see `match-term.ts`). */
const JOINED_FIT = 0.78;
const SHORTEST_PART = 3;

/** Replaces a word that nobody bears by two words, when it is the concatenation of two words of the dictionary. */
export const splitUnknownWords = (index: FamilyIndex, terms: readonly QueryTerm[]): readonly QueryTerm[] =>
  terms.flatMap((term): readonly QueryTerm[] => {
    if (term.kind !== 'word' || beginsAWord(index, term.letters)) return [term];
    for (let cut = term.letters.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
      const [left, right] = [term.letters.slice(0, cut), term.letters.slice(cut)];
      if (!index.wordOf.has(left) || !index.wordOf.has(right)) continue;
      return [
        { kind: 'word', letters: left },
        { kind: 'word', letters: right },
      ];
    }
    return [term];
  });

const beginsAWord = (index: FamilyIndex, letters: string): boolean =>
  letters.length < 2 * SHORTEST_PART || index.words.some((word) => word.letters.startsWith(letters));

/** Lets two neighbouring terms also match a family that writes them as one word. */
export const addJoinedWords = (
  index: FamilyIndex,
  terms: readonly QueryTerm[],
  matches: readonly TermMatch[],
): readonly TermMatch[] =>
  matches.map((match, at) => {
    const joined = [joinedWord(index, terms[at - 1], terms[at]), joinedWord(index, terms[at], terms[at + 1])];
    const words = joined.filter((word) => word !== undefined);
    if (words.length === 0) return match;
    const fits = new Map(match.words);
    for (const word of words) fits.set(word, Math.max(JOINED_FIT, fits.get(word) ?? 0));
    return { ...match, words: fits };
  });

const joinedWord = (
  index: FamilyIndex,
  left: QueryTerm | undefined,
  right: QueryTerm | undefined,
): IndexedWord | undefined =>
  left?.kind === 'word' && right?.kind === 'word' ? index.wordOf.get(left.letters + right.letters) : undefined;
