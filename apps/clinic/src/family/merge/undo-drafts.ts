/** The entries that undo a merge, together with the merges of people made in the same act that are not undone yet. */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { recordDraft } from '../../shell/record/record-draft.ts';
import { mergesMadeWith } from './merge-drafts.ts';

export const undoDrafts = (
  { history }: Pick<Timeline, 'history'>,
  read: ReadEntry,
  reason: string,
  today: LocalDate,
): readonly SaveDraft[] =>
  mergesMadeWith(history, read)
    .filter((merge) => !isUndone(history, merge))
    .map(({ entry }) =>
      recordDraft('undo-merge', {
        family: entry.family,
        subject: null,
        on: today,
        answers: { merge_entry: entry.id, reason: reason.trim() },
      }),
    );

export const isUndone = (history: readonly ReadEntry[], { entry, withdrawn }: ReadEntry): boolean =>
  withdrawn ||
  history.some(
    ({ form, withdrawn: takenBack }) =>
      form.kind === 'undo-merge' && !takenBack && form.answers.merge_entry === entry.id,
  );
