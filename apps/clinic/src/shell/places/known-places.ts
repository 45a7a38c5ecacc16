/** Finds places that the server knows by the text typed: to suggest them while typing, and to find one by its name. */
import type { PlaceAround } from '@denba/device/sync/server';
import { plainWords } from '../words/plain-words.ts';

const MOST = 5;

/** Names to suggest: first where families were sent before, then places whose name contains the text. */
export const placesToOffer = (
  typed: string,
  before: readonly string[],
  places: readonly PlaceAround[],
): readonly string[] => {
  const wanted = plainWords(typed);
  const found = places.filter(({ name }) => wanted === '' || plainWords(name).includes(wanted)).map(({ name }) => name);
  return [...new Set([...before, ...found])].filter((name) => name !== typed).slice(0, before.length + MOST);
};

/** The id of the place with this name; `null` when there is none, or more than one. */
export const placeNamed = (typed: string, places: readonly PlaceAround[]): string | null => {
  const named = places.filter(({ name }) => plainWords(name) === plainWords(typed));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
};
