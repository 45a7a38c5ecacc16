/**
 * Which changes of the record a visit may not have known when it was concluded: corrections of other entries, records that
 * were joined or parted, and entries of earlier days that were written down later. Worked out from the record alone, without
 * a protocol, so that every phone gives the same answer.
 */
import { keptPerson } from '@denba/records/timeline/kept-person';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { formOf } from './corrected-findings.ts';

/** Cheap, and false for nearly every family. */
export const mayHaveChanged = (timeline: Timeline): boolean =>
  concludedVisits(timeline).some((visit) =>
    changesBesides(timeline, visit).some((change) => mayNotKnow(visit, change)),
  );

export const concludedVisits = ({ history }: Timeline): readonly ReadEntry[] =>
  history
    .filter((read) => !read.withdrawn && formOf(read) !== null && Object.keys(read.findings).length > 0)
    .toSorted(byOccurrence);

/** Everything but the visit itself and its own corrections that may change what it rests on; in the order of recording. */
export const changesBesides = (timeline: Timeline, visit: ReadEntry): readonly ReadEntry[] =>
  timeline.history.filter((read) => {
    switch (read.form.kind) {
      case 'correction':
        return correctedBy(timeline, read)?.entry.id !== visit.entry.id;
      case 'merge-duplicates':
      case 'undo-merge':
        return true;
      default:
        return isLate(visit, read);
    }
  });

/**
 * An entry of an earlier day that was recorded after the visit was concluded. What another phone recorded before that
 * moment is not late, even if it arrived here afterwards: the record does not tell when it arrived.
 */
const isLate = (visit: ReadEntry, read: ReadEntry): boolean =>
  read.occurredOn < visit.occurredOn && read.entry.recordedAt > visit.concludedIn.recordedAt;

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

/** The phone that concluded the visit knew what it had recorded itself; whether it had heard of another's, times do not tell. */
export const mayNotKnow = ({ concludedIn }: ReadEntry, { entry }: ReadEntry): boolean =>
  entry.device !== concludedIn.device || entry.recordedAt > concludedIn.recordedAt;

/** Whether a change touches what the visit rests on: the birth of its child, an earlier visit of that child, who is who. */
export const concerns = (timeline: Timeline, visit: ReadEntry, change: ReadEntry): boolean => {
  if (!mayNotKnow(visit, change)) return false;
  if (change.form.kind === 'merge-duplicates' || change.form.kind === 'undo-merge') return true;
  const about = change.form.kind === 'correction' ? correctedBy(timeline, change) : change;
  const kept = ({ subject }: ReadEntry) => (subject === null ? null : keptPerson(timeline, subject));
  if (about === null || kept(about) !== kept(visit)) return false;
  return about.form.kind === 'birth' || about.occurredOn <= visit.occurredOn;
};

/** Conclusions that were themselves worked out anew lead back to the change that they followed. */
export const firstOf = ({ history }: Timeline, cause: ReadEntry): ReadEntry => {
  const follows = cause.form.kind === 'correction' ? cause.form.answers.follows : null;
  return history.find(({ entry }) => entry.id === follows) ?? cause;
};
