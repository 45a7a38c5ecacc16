/** Describes in words what a merge joined. */

import { personId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { t } from '../../shell/words/language.ts';
import { saySubject } from '../entry/entry-words.ts';

/** What a merge joined, as lines of its entry; `[]` for other entries. */
export const mergedWhom = ({ form }: ReadEntry, timeline: Timeline) => {
  if (form.kind !== 'merge-duplicates') return [];
  const { merge, keep } = form.answers;
  const who = merge === 'person' ? saySubject(timeline, { subject: personId(keep) }) : null;
  const value = who ?? t('family.merge.two-records');
  return [
    { name: 'merge', label: t(`family.merge.${merge === 'person' ? 'of-person' : 'of-family'}`), value, before: null },
  ];
};
