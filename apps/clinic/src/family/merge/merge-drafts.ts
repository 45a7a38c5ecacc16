/**
 * Two records of one family become one: the families, the mothers where they are one person, each child that is in both.
 * All in one save, the families first: what belongs together is found again by its place in the log (`mergesMadeWith`).
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
  /** How she knows. */
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
 * The merges that were made in one act: the merge of families and, after it in the log of the same device, those of its
 * people. Given any one of them; in the order of the log.
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

/** Whether an entry comes right after a merge. */
const follows = (own: readonly ReadEntry[], at: number): boolean => {
  const [before, read] = [own[at - 1], own[at]];
  return before !== undefined && mergeOf(before) !== null && read?.entry.seq === before.entry.seq + 1;
};

const mergeOf = (read: ReadEntry | undefined): string | null =>
  read?.form.kind === 'merge-duplicates' ? read.form.answers.merge : null;

/**
 * The history without what only completes another line: the people of a merge of families, and what undid them. All of
 * it stays in the record; the line of the families stands for it, and its undo takes it along.
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
