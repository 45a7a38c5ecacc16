/** Villages that one tap answers with: those where most families of this phone live, and that begin as was typed. */
import { foldLetters } from '@denba/records/find-family/fold-letters';

const MOST = 5;

/** `villages`: one for each family; `null` where none was noted. Most families first. */
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
