/** The last referral of a child that was not withdrawn, and the facility to which it was. */
import type { EntryId, PersonId } from '@denba/records/ids';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { Timeline } from '@denba/records/timeline/timeline';

export const lastReferral = (
  { history, persons }: Pick<Timeline, 'history' | 'persons'>,
  child: PersonId,
): { readonly entry: EntryId; readonly facility: string | null } | null => {
  const read = history.findLast(
    ({ form, subject, withdrawn }) =>
      !withdrawn &&
      form.kind === 'transfer' &&
      form.answers.transfer === 'temporary' &&
      subject !== null &&
      keptPerson({ persons }, subject) === child,
  );
  if (read === undefined || read.form.kind !== 'transfer') return null;
  return { entry: read.entry.id, facility: read.form.answers.to_facility };
};
