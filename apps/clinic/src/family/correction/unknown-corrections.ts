/**
 * Finds corrections that may not have been known when a visit was concluded. Uses only the record, no protocol, so the
 * result is the same on every phone.
 */
import { keptPerson } from '@denba/records/timeline/kept-person';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { formOf } from './corrected-findings.ts';

/**
 * Whether any conclusion of the family may be outdated. A fast test without a protocol; false for nearly every family.
 */
export const mayHaveChanged = (timeline: Timeline): boolean =>
  concludedVisits(timeline).some((visit) =>
    correctionsOfOthers(timeline, visit).some((correction) => mayNotKnow(visit, correction)),
  );

export const concludedVisits = ({ history }: Timeline): readonly ReadEntry[] =>
  history
    .filter((read) => !read.withdrawn && formOf(read) !== null && Object.keys(read.findings).length > 0)
    .toSorted(byOccurrence);

export const correctionsOfOthers = (timeline: Timeline, { entry }: ReadEntry): readonly ReadEntry[] =>
  timeline.history.filter(
    (read) => read.form.kind === 'correction' && correctedBy(timeline, read)?.entry.id !== entry.id,
  );

/**
 * The entry that a correction is about, found through any chain of corrections of corrections; null when there is none.
 */
export const correctedBy = ({ history }: Pick<Timeline, 'history'>, correction: ReadEntry): ReadEntry | null => {
  const byId = new Map<string, ReadEntry>(history.map((read) => [read.entry.id, read]));
  let read: ReadEntry | undefined = correction;
  // Corrections that refer to each other in a circle are about no entry.
  for (let step = 0; step < history.length && read?.form.kind === 'correction'; step++) {
    read = byId.get(read.form.answers.corrects);
  }
  return read === undefined || read.form.kind === 'correction' ? null : read;
};

/**
 * A device knew what it had recorded itself before. Of a correction made elsewhere, its time does not tell whether it
 * had arrived, so it counts as unknown.
 */
export const mayNotKnow = ({ concludedIn }: ReadEntry, { entry }: ReadEntry): boolean =>
  entry.device !== concludedIn.device || entry.recordedAt > concludedIn.recordedAt;

/** Whether an unknown correction is about the child's birth, or about a visit of the child that is not later. */
export const concerns = (timeline: Timeline, visit: ReadEntry, correction: ReadEntry): boolean => {
  const about = correctedBy(timeline, correction);
  const kept = ({ subject }: ReadEntry) => (subject === null ? null : keptPerson(timeline, subject));
  if (about === null || kept(about) !== kept(visit) || !mayNotKnow(visit, correction)) return false;
  return about.form.kind === 'birth' || about.occurredOn <= visit.occurredOn;
};

/**
 * For a correction that stores conclusions computed again: the correction that made it necessary. Else `cause` itself.
 */
export const firstOf = ({ history }: Timeline, cause: ReadEntry): ReadEntry => {
  const follows = cause.form.kind === 'correction' ? cause.form.answers.follows : null;
  return history.find(({ entry }) => entry.id === follows) ?? cause;
};
