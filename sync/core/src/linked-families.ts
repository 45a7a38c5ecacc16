/** Families that an entry links: the two that a merge declares to be one. */
import type { Entry } from '@denba/records/entry';
import { isId } from '@denba/records/ids';

export const linkedFamilies = ({ form, answers }: Pick<Entry, 'form' | 'answers'>): readonly string[] => {
  if (!form.startsWith('merge-duplicates@') || answers['merge'] !== 'family') return [];
  return [answers['keep'], answers['duplicate']].filter(
    (id) => typeof id === 'string' && isId(id),
  ) as readonly string[];
};
