/**
 * Whether the last class of a child was concluded before a correction of its birth or of another visit. The class stays
 * as it was shown until the new conclusion is confirmed or the child is seen again. Needs no protocol, so it is fast.
 */
import { entriesAbout } from '@denba/protocols/care/known-facts/entries-about';
import { visitsOf } from '@denba/protocols/care/known-facts/visits-of';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { weighsOn } from './correction/visits-that-keep.ts';

export const classIsOutdated = (timeline: Timeline, child: PersonId): boolean => {
  const entries = new Map<string, ReadEntry>(timeline.history.map((read) => [read.entry.id, read]));
  const visits = visitsOf(timeline, child);
  const last = visits.findLast(({ findings }) => typeof findings['pairClass'] === 'string');
  if (last === undefined) return false;
  const recorded = (id: string): string => entries.get(id)?.entry.recordedAt ?? '';
  const concluded = [last.entry.id, ...last.corrections.map(({ entry }) => entry)].map(recorded).sort().at(-1) ?? '';
  const before = [...entriesAbout(timeline, child, 'birth'), ...visits.filter((visit) => visit !== last)];
  return before.some(({ form, corrections }) =>
    corrections.some(({ entry, undone, set }) => {
      const correction = entries.get(entry)?.form;
      const moved = correction?.kind === 'correction' && correction.answers.occurred_on !== null;
      return !undone && recorded(entry) > concluded && (moved || weighsOn(form.kind, Object.keys(set ?? {})));
    }),
  );
};
