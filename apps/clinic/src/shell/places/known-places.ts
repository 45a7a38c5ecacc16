/** Places that the server knows, by what is typed: offered as it is typed, and found again by their name. */
import type { PlaceAround } from '@denba/device/sync/server';
import { plainWords } from '../words/plain-words.ts';

const MOST = 5;

/** Names to offer: where families were sent before, then places whose name holds what is typed. */
export const placesToOffer = (
  typed: string,
  before: readonly string[],
  places: readonly PlaceAround[],
): readonly string[] => {
  const wanted = plainWords(typed);
  const found = places.filter(({ name }) => wanted === '' || plainWords(name).includes(wanted)).map(({ name }) => name);
  return [...new Set([...before, ...found])].filter((name) => name !== typed).slice(0, before.length + MOST);
};

/** `null`: a place of no server, or two of one name. */
export const placeNamed = (typed: string, places: readonly PlaceAround[]): string | null => {
  const named = places.filter(({ name }) => plainWords(name) === plainWords(typed));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
};
