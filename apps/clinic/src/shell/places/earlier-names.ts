/**
 * Under which identifiers a centre recorded on phones that this one took the place of: a backup brought them. A matter of
 * the phone; they are random and say nothing of families.
 */
import { readJson } from '@denba/sync/json-text';

const remembered = (centre: string): string => `denba.earlier-names.${centre}`;

export const earlierNames = (centre: string): readonly string[] => {
  const kept = readJson(localStorage.getItem(remembered(centre)) ?? '[]');
  // What is not ours, or damaged, names nobody: the month of the centre then counts what this phone recorded.
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
};

export const rememberEarlierName = (centre: string, earlier: string): void => {
  const names = new Set([...earlierNames(centre), earlier]);
  names.delete(centre);
  localStorage.setItem(remembered(centre), JSON.stringify([...names]));
};
