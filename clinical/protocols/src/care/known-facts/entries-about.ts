/**
 * The entries about one person that are not withdrawn, under all ids that were merged into one, in the order of
 * occurrence.
 */
import type { FormName, KnownForm } from '@denba/records/form-registry';
import type { PersonId } from '@denba/records/ids';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';

/** An entry whose form is known and is one of `Kind`. */
export type EntryOf<Kind extends FormName> = ReadEntry & { readonly form: Extract<KnownForm, { readonly kind: Kind }> };

/** `person` is `null` for entries about the family as a whole. */
export const entriesAbout = <const Kind extends FormName>(
  timeline: Timeline,
  person: PersonId | null,
  ...kinds: readonly Kind[]
): readonly EntryOf<Kind>[] => {
  const ids: readonly (PersonId | null)[] =
    person === null ? [null] : [person, ...(timeline.persons.find(({ id }) => id === person)?.sameAs ?? [])];
  return timeline.history
    .filter((read): read is EntryOf<Kind> => !read.withdrawn && isOneOf(kinds, read) && ids.includes(read.subject))
    .toSorted(byOccurrence);
};

const isOneOf = (kinds: readonly string[], { form }: ReadEntry): boolean => kinds.includes(form.kind);
