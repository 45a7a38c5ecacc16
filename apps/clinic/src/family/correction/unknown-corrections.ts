/**
 * Which corrections a visit may not have known when it was concluded. Of the record alone, without any protocol, and the
 * same on every phone.
 */
import { keptPerson } from '@denba/records/timeline/kept-person';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { formOf } from './corrected-findings.ts';

/** Told at once, without any protocol: false of nearly every family. */
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

/** The entry that a correction is about, also by way of a correction that it corrects. */
export const correctedBy = ({ history }: Pick<Timeline, 'history'>, correction: ReadEntry): ReadEntry | null => {
  const byId = new Map<string, ReadEntry>(history.map((read) => [read.entry.id, read]));
  let read: ReadEntry | undefined = correction;
  // Corrections that name each other in a circle are about nothing.
  for (let step = 0; step < history.length && read?.form.kind === 'correction'; step++) {
    read = byId.get(read.form.answers.corrects);
  }
  return read === undefined || read.form.kind === 'correction' ? null : read;
};

/** What a phone wrote itself it knew; of what another wrote, a later time does not say whether it had come. */
export const mayNotKnow = ({ concludedIn }: ReadEntry, { entry }: ReadEntry): boolean =>
  entry.device !== concludedIn.device || entry.recordedAt > concludedIn.recordedAt;

/** The birth of the child, or another visit of it. */
export const concerns = (timeline: Timeline, visit: ReadEntry, correction: ReadEntry): boolean => {
  const about = correctedBy(timeline, correction);
  const kept = ({ subject }: ReadEntry) => (subject === null ? null : keptPerson(timeline, subject));
  if (about === null || kept(about) !== kept(visit) || !mayNotKnow(visit, correction)) return false;
  return about.form.kind === 'birth' || about.occurredOn <= visit.occurredOn;
};

/** Conclusions that were worked out anew themselves lead back to the correction of before. */
export const firstOf = ({ history }: Timeline, cause: ReadEntry): ReadEntry => {
  const follows = cause.form.kind === 'correction' ? cause.form.answers.follows : null;
  return history.find(({ entry }) => entry.id === follows) ?? cause;
};
