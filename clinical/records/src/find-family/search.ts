/**
 * Finds families by any typed text: parts of names, digits of a telephone, a village, a card, a number in the register, in
 * any order and while typing. Never throws: a text that cannot be read is a normal answer (`unreadable`).
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '../ids.ts';
import { explainMatch, type MatchKind } from './explain-match.ts';
import { type FamilyIndex, WORD_FIELDS, type WordField } from './family-index.ts';
import { addJoinedWords, splitUnknownWords } from './match-joined-words.ts';
import { codesWith, matchTerm, type TermMatch } from './match-term.ts';
import { parseQuery } from './parse-query.ts';
import { topRanked } from './top-ranked.ts';

export type SearchOptions = {
  readonly limit?: number;
  /**
   * Among equal scores, families with the youngest child come first; children born after `today` (a wrong clock) are
   * ignored.
   */
  readonly today?: LocalDate;
};

/**
 * `empty`: nothing was typed. `unreadable`: the text holds neither letters nor digits. `more`: further families were
 * left out.
 */
export type SearchAnswer =
  | { readonly kind: 'empty' | 'unreadable'; readonly hits: readonly []; readonly more: false }
  | { readonly kind: 'searched'; readonly hits: readonly SearchHit[]; readonly more: boolean };

export type SearchHit = {
  readonly family: FamilyId;
  /** From 0 to 1; 1 when every term equals a word of the mother's name, a telephone, a card or a number in the register. */
  readonly score: number;
  readonly matched: MatchKind;
  /** The matching text as it is written in the family's row: « Traoré », « 76 12 34 56 ». */
  readonly part: string;
};

const DEFAULT_LIMIT = 20;
/** Results that score less than this share of the best score are left out. */
const LEAST_OF_BEST = 0.5;

/**
 * A match in the mother's name ranks above one in the father's or a child's, and these above a match in the village.
 */
const fieldFit: Readonly<Record<WordField, number>> = { mother: 1, others: 0.94, village: 0.92 };

export const search = (index: FamilyIndex, query: string, options: SearchOptions = {}): SearchAnswer => {
  const parsed = parseQuery(query);
  if (parsed.terms.length === 0) {
    return { kind: query.trim() === '' ? 'empty' : 'unreadable', hits: [], more: false };
  }
  const terms = splitUnknownWords(index, parsed.terms);
  const matches = addJoinedWords(
    index,
    terms,
    terms.map((term) => matchTerm(index, term)),
  );
  const whole = parsed.wholeCode === null ? null : { words: new Map(), families: codesWith(index, parsed.wholeCode) };
  const scores = scoreOf(index, matches);
  for (const [slot, { fit }] of whole?.families ?? []) scores[slot] = Math.max(scores[slot] ?? 0, fit);

  const limit = Math.max(0, Math.floor(options.limit ?? DEFAULT_LIMIT));
  const ranked = topRanked(index, scores, limit + 1, options.today ?? null);
  const least = LEAST_OF_BEST * (ranked[0]?.score ?? 0);
  const kept = ranked.filter(({ score }) => score >= least);
  const hits = kept.slice(0, limit).map(({ slot, family, score }) => ({
    family: family.row.family,
    score: Math.round(score * 1000) / 1000,
    ...explainMatch(slot, family, whole?.families.has(slot) ? [whole] : matches),
  }));
  return { kind: 'searched', hits, more: kept.length > limit };
};

/** The mean fit of all terms for each slot. */
const scoreOf = (index: FamilyIndex, matches: readonly TermMatch[]): Float32Array => {
  const scores = new Float32Array(index.slots.length);
  for (const match of matches) {
    const fits = new Float32Array(index.slots.length);
    for (const [word, fit] of match.words) {
      for (const field of WORD_FIELDS) {
        const worth = fit * fieldFit[field];
        for (const slot of word[field]) if (worth > (fits[slot] ?? 0)) fits[slot] = worth;
      }
    }
    for (const [slot, { fit }] of match.families) if (fit > (fits[slot] ?? 0)) fits[slot] = fit;
    for (let slot = 0; slot < fits.length; slot += 1)
      scores[slot] = (scores[slot] ?? 0) + (fits[slot] ?? 0) / matches.length;
  }
  return scores;
};
