/**
 * The ids under which this centre recorded on earlier phones that this one replaced, known from a restored backup.
 * Stored in clear on the phone: the ids are random and say nothing about families.
 */
import { readJson } from '@denba/sync/json-text';

const remembered = (centre: string): string => `denba.earlier-names.${centre}`;

export const earlierNames = (centre: string): readonly string[] => {
  const kept = readJson(localStorage.getItem(remembered(centre)) ?? '[]');
  // Foreign or damaged content counts as empty: the centre's month then counts only what this phone recorded.
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
};

export const rememberEarlierName = (centre: string, earlier: string): void => {
  const names = new Set([...earlierNames(centre), earlier]);
  names.delete(centre);
  localStorage.setItem(remembered(centre), JSON.stringify([...names]));
};
