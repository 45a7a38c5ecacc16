/**
 * A family's story as it was known when a visit began: everything that happened before that day, and what of the same
 * day comes before a visit (the registration, a death, a return). Corrections and merges made later count: they say what
 * was true then.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FormName } from '@denba/records/form-registry';
import type { EntryId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';

/** `without`: an entry that is being corrected does not know itself. */
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

/** What they say concerns the past, whenever it was said. */
const always: ReadonlySet<string> = new Set<FormName>(['correction', 'merge-duplicates', 'undo-merge']);

/** On the day of a visit, these are that visit or what came of it. */
const followsFromAVisit: ReadonlySet<string> = new Set<FormName>([
  'growth-visit',
  'mami-screen',
  'mami-assessment',
  'mami-visit',
  'mami-exit',
  'transfer',
  'refusal',
]);
