/**
 * Searches for a few names of the list, letter by letter, as soon as the index is built, so that the first keys of the
 * day do not wait for code that runs for the first time: on a cheap phone, the first key took five times as long as the
 * twentieth. Nothing is kept or shown.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyIndex } from '@denba/records/find-family/family-index';
import { search } from '@denba/records/find-family/search';

/** After about twenty keys, a search no longer becomes faster. */
const NAMES = 3;
const LETTERS = 8;
const HITS = 6;

/** `rested` is awaited before each key; it resolves when the phone is idle. */
export const rehearseSearch = async (
  index: () => FamilyIndex,
  names: Iterable<string | null>,
  today: LocalDate,
  rested: () => Promise<void>,
): Promise<void> => {
  for (const name of firstOf(names)) {
    for (let letters = 1; letters <= Math.min(name.length, LETTERS); letters += 1) {
      await rested();
      search(index(), name.slice(0, letters), { limit: HITS, today });
    }
  }
};

const firstOf = (names: Iterable<string | null>): readonly string[] => {
  const found: string[] = [];
  for (const name of names) {
    if (found.length === NAMES) break;
    if (name !== null) found.push(name);
  }
  return found;
};
