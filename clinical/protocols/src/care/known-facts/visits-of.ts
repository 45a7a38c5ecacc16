/** All recorded visits of one child, of any form, in the order in which they happened. */
import type { PersonId } from '@denba/records/ids';
import type { EncounterForm, ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { type EntryOf, entriesAbout } from './entries-about.ts';

export type VisitEntry = EntryOf<EncounterForm>;

/** Those of `entries` that happened after the child's last visit of MAMI care. */
export const sinceLastVisit = <Read extends ReadEntry>(
  timeline: Timeline,
  child: PersonId,
  entries: readonly Read[],
): readonly Read[] => {
  const last = visitsOf(timeline, child).findLast(isMamiVisit)?.occurredOn ?? '';
  return entries.filter(({ occurredOn }) => occurredOn > last);
};

export const isMamiVisit = ({ form }: VisitEntry): boolean =>
  form.kind === 'mami-assessment' || form.kind === 'mami-visit';

export const visitsOf = (timeline: Timeline, child: PersonId): readonly VisitEntry[] =>
  entriesAbout(timeline, child, 'growth-visit', 'mami-screen', 'mami-assessment', 'mami-visit');
