/**
 * A child who was transferred to this centre by another and whose follow-up was not taken up here yet. Its care ended
 * there; the file came with it, and one entry takes the follow-up up again.
 */
import type { SaveDraft } from '@denba/device/device';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { recordDraft } from '../shell/record/record-draft.ts';

/** The transfer that led here, while it is the last word about the child's care; `null`: none. */
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
 * `from`: the centre that sent the child, as people call it; `null`: not known here. A visit is due the next day, so that a
 * child who is taken up and not seen stands in the list until it was.
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
