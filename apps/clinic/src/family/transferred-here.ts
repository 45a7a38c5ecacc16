/**
 * A child whom another centre transferred to this one and whose follow-up has not been started here yet. Its care ended
 * there; its file came with it, and one entry starts the follow-up here.
 */
import type { SaveDraft } from '@denba/device/device';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { recordDraft } from '../shell/record/record-draft.ts';

/** The transfer to this centre, if it is the last event of the child's care; else `null`. */
export const transferredHere = (timeline: Timeline, child: PersonId, ours: ReadonlySet<string>): ReadEntry | null => {
  const episode = timeline.episodes.findLast((one) => one.child === child) ?? null;
  const outcome = episode?.status === 'exited' ? episode.outcome : null;
  if (outcome === null || outcome.code !== 'R3') return null;
  const transfer = timeline.history.find(({ entry }) => entry.id === outcome.entry);
  if (transfer?.form.kind !== 'transfer') return null;
  const { to_facility_id: to } = transfer.form.answers;
  return to !== null && ours.has(to) ? transfer : null;
};

/**
 * `from`: the name of the sending centre; `null` when not known here. The next visit is due the next day, so that a
 * child who is not seen at once stays in the list until it is.
 */
export const takeUpEntries = (
  timeline: Timeline,
  child: PersonId,
  from: string | null,
  today: LocalDate,
): readonly SaveDraft[] => [
  recordDraft('return-to-care', {
    family: timeline.family,
    subject: child,
    on: today,
    answers: { entry_type: 'transfer_in', from_facility: from, next_due: addDays(today, 1) },
  }),
];
