/** Suggests villages that begin with the typed text, those of the most families on this phone first. */
import { foldLetters } from '@denba/records/find-family/fold-letters';

const MOST = 5;

/** `villages`: one per family, `null` where none was recorded. Sorted by the number of families, descending. */
export const villageSuggestions = (villages: Iterable<string | null>, typed: string): readonly string[] => {
  const wanted = foldLetters(typed.trim());
  const families = new Map<string, number>();
  for (const village of villages) {
    if (village !== null && village !== '') families.set(village, (families.get(village) ?? 0) + 1);
  }
  return [...families]
    .filter(([village]) => foldLetters(village).startsWith(wanted))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([village]) => village);
};
