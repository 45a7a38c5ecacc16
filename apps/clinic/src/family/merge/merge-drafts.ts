/**
 * The entries that merge two records of one family: one for the families, one for the mothers if they are one person,
 * and one for each child that is in both. All are saved together, the families first: `mergesMadeWith` finds them again
 * by their consecutive places in the log.
 */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';
import { recordDraft } from '../../shell/record/record-draft.ts';

export type SamePerson = { readonly keep: PersonId; readonly duplicate: PersonId };

export type Merge = {
  readonly keep: FamilyId;
  readonly duplicate: FamilyId;
  readonly persons: readonly SamePerson[];
  /** How the worker knows that the records are of the same family. */
  readonly reason: string;
};

export const mergeDrafts = ({ keep, duplicate, persons, reason }: Merge, today: LocalDate): readonly SaveDraft[] => {
  const draft = (merge: 'family' | 'person', kept: string, other: string): SaveDraft =>
    recordDraft('merge-duplicates', {
      family: keep,
      subject: null,
      on: today,
      answers: { merge, keep: kept, duplicate: other, reason: reason.trim() },
    });
  return [draft('family', keep, duplicate), ...persons.map((same) => draft('person', same.keep, same.duplicate))];
};

/**
 * The merges made in one act: that of the families and, directly after it in the log of the same device, those of its
 * people. Accepts any one of them; returns them in log order.
 */
export const mergesMadeWith = (history: readonly ReadEntry[], { entry }: ReadEntry): readonly ReadEntry[] => {
  const own = history
    .filter((read) => read.entry.device === entry.device)
    .toSorted((a, b) => a.entry.seq - b.entry.seq);
  const at = own.findIndex((read) => read.entry.id === entry.id);
  let first = at;
  while (first > 0 && mergeOf(own[first]) === 'person' && follows(own, first)) first -= 1;
  let last = at;
  while (last + 1 < own.length && mergeOf(own[last + 1]) === 'person' && follows(own, last + 1)) last += 1;
  return own.slice(first, last + 1);
};

/** Whether the entry at this index directly follows a merge in the log. */
const follows = (own: readonly ReadEntry[], at: number): boolean => {
  const [before, read] = [own[at - 1], own[at]];
  return before !== undefined && mergeOf(before) !== null && read?.entry.seq === before.entry.seq + 1;
};

const mergeOf = (read: ReadEntry | undefined): string | null =>
  read?.form.kind === 'merge-duplicates' ? read.form.answers.merge : null;

/**
 * The history without entries that only complete another line: the merges of people made together with a merge of
 * families, and the undoing of these. They stay in the record; the line of the families represents them, and undoing it
 * undoes them.
 */
export const withoutParts = (history: readonly ReadEntry[]): readonly ReadEntry[] => {
  const parts = new Set<string>(
    history.flatMap((read) =>
      mergeOf(read) === 'family'
        ? mergesMadeWith(history, read)
            .slice(1)
            .map(({ entry }) => entry.id)
        : [],
    ),
  );
  return history.filter(
    ({ entry, form }) => !parts.has(entry.id) && !(form.kind === 'undo-merge' && parts.has(form.answers.merge_entry)),
  );
};
