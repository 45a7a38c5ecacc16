/**
 * A family's timeline as it was known when a visit began: everything that happened before that day, and those entries
 * of the same day that come before a visit (the registration, a death, a return). Corrections and merges made later
 * apply, because they say what was true then.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FormName } from '@denba/records/form-registry';
import type { EntryId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';

/** `without`: the entry that is being corrected; it is left out. */
export const timelineAsOf = (timeline: Timeline, on: LocalDate, without: EntryId | null = null): Timeline => {
  const kept = timeline.history.filter((read) => read.entry.id !== without && countsOn(read, on));
  if (kept.length === timeline.history.length) return timeline;
  return foldTimeline(
    timeline.family,
    kept.map((read) => read.entry),
  );
};

const countsOn = ({ form, occurredOn }: ReadEntry, on: LocalDate): boolean => {
  if (occurredOn < on || always.has(form.kind)) return true;
  return occurredOn === on && !followsFromAVisit.has(form.kind);
};

/** These forms change what is known about the past, so they apply whenever they were recorded. */
const always: ReadonlySet<string> = new Set<FormName>(['correction', 'merge-duplicates', 'undo-merge']);

/** On the day of a visit, entries of these forms are that visit or its consequences. */
const followsFromAVisit: ReadonlySet<string> = new Set<FormName>([
  'growth-visit',
  'mami-screen',
  'mami-assessment',
  'mami-visit',
  'mami-exit',
  'transfer',
  'refusal',
]);
