/**
 * The entries saved when a family arrives with a note. The entry of the arrival stores the whole note and the phone
 * that signed it. A family that is new here keeps the ids of the note, so that both phones have one timeline once they
 * sync.
 */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { type FamilyId, familyId, isId, type PersonId, personId } from '@denba/records/ids';
import { recordDraft } from '../shell/record/record-draft.ts';
import type { NoteFacts } from './note/note-facts.ts';

export type Arrival = {
  readonly note: NoteFacts;
  readonly fingerprint: string;
  readonly on: LocalDate;
};

/** The arrival of an infant whose family is already on this phone. */
export const arrivalEntries = (
  { note, fingerprint, on }: Arrival,
  family: FamilyId,
  child: PersonId,
): readonly SaveDraft[] => [
  recordDraft('return-to-care', {
    family,
    subject: child,
    on,
    answers: {
      entry_type: 'transfer_in',
      from_facility: note.from.centre,
      referral: note as unknown as JsonObject,
      signed_by: fingerprint,
    },
  }),
];

/** Registers a new family with what the note says. `born`: asked from the worker when the note does not say it. */
export const registrationEntries = (
  arrival: Arrival,
  born: LocalDate,
  newId: () => string,
): { readonly family: FamilyId; readonly child: PersonId; readonly drafts: readonly SaveDraft[] } => {
  const { note, on } = arrival;
  const family = familyId(idOr(note.family.id, newId));
  const mother = personId(idOr(note.mother.id, newId));
  const child = personId(idOr(note.child.id, newId));
  const registration = recordDraft('register-family', {
    family,
    subject: null,
    on,
    answers: {
      mother,
      mother_name: note.mother.name,
      mother_birth_date: note.mother.birthDate,
      mother_status: note.mother.status,
      phone: note.family.phone,
      village: note.family.village,
    },
  });
  const birth = recordDraft('birth', {
    family,
    subject: child,
    on: born,
    answers: {
      mother,
      infant_name: note.child.name,
      sex: note.child.sex === 'M' || note.child.sex === 'F' ? note.child.sex : null,
      birth_outcome: 'live',
      birth_weight_g: note.child.birthWeightG,
      bw_source: note.child.birthWeightG === null ? null : 'card',
      gestational_age_days: note.child.gestationalAgeDays,
      birth_count: note.child.birthCount,
      birth_order: note.child.birthOrder,
    },
  });
  return { family, child, drafts: [registration, birth, ...arrivalEntries(arrival, family, child)] };
};

const idOr = (id: string | null, newId: () => string): string => (id !== null && isId(id) ? id : newId());
