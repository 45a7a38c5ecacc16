/**
 * The entries that a filled registration saves: those of a new family, or the births in a family that is already here.
 */

import { isList, type Scope } from '@denba/decisions/value';
import type { SaveDraft } from '@denba/device/device';
import { type EntryDraft, registrationEntries } from '@denba/protocols/care/registration/registration-entries';
import type { LocalDate } from '@denba/quantities/local-date';
import { type FamilyId, familyId, type PersonId, personId, pregnancyId } from '@denba/records/ids';

export const newFamilyDrafts = (
  values: Scope,
  on: LocalDate,
  newId: () => string,
): { readonly family: FamilyId; readonly drafts: readonly SaveDraft[] } => {
  const family = familyId(newId());
  const entries = registrationEntries(values, newIds(values, personId(newId()), newId), on);
  return { family, drafts: entries.map((entry) => asDraft(family, entry)) };
};

/** `mother`: `null` when the record does not know her; the birth then gets a new person. */
export const birthDrafts = (
  values: Scope,
  family: FamilyId,
  mother: PersonId | null,
  on: LocalDate,
  newId: () => string,
): readonly SaveDraft[] =>
  registrationEntries(values, newIds(values, mother ?? personId(newId()), newId), on)
    .filter(({ form }) => form.startsWith('birth@'))
    .map((entry) => asDraft(family, entry));

const newIds = ({ infants = null }: Scope, mother: PersonId, newId: () => string) => ({
  mother,
  caregiver: personId(newId()),
  pregnancy: pregnancyId(newId()),
  children: (isList(infants) ? infants : []).map(() => personId(newId())),
});

const asDraft = (family: FamilyId, entry: EntryDraft): SaveDraft => ({
  family,
  protocolVersion: null,
  findings: {},
  ...entry,
});
