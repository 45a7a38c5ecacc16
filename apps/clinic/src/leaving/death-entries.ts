/**
 * A death, and what becomes of those who remain: one entry for the death, and for every child whose mother or caregiver
 * died one that says who cares for it from that day on. A death ends reminders by itself: the story knows it.
 */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import { type FamilyId, type PersonId, personId } from '@denba/records/ids';
import { recordDraft } from '../shell/record/record-draft.ts';

export const deathPlaces = ['home', 'facility', 'inpatient', 'on_the_way', 'unknown'] as const;
export type DeathPlace = (typeof deathPlaces)[number];

export const dayPrecisions = ['exact', 'estimated', 'month', 'unknown'] as const;
export type DayPrecision = (typeof dayPrecisions)[number];

export const relations = ['father', 'grandmother', 'aunt', 'sibling', 'other'] as const;
export type Relation = (typeof relations)[number];

export type NewCaregiver = {
  readonly name: string;
  readonly relation: Relation | null;
  readonly phone: string;
};

export type DeathForm = {
  /** With the precision `unknown`: the day on which it is told. */
  readonly on: LocalDate;
  readonly precision: DayPrecision | null;
  readonly place: DeathPlace | null;
  /** As the family tells it. */
  readonly cause: string;
  /** Who cares for the children now; `null` while nobody was named. */
  readonly caregiver: NewCaregiver | null;
};

export type Bereaved = {
  readonly family: FamilyId;
  readonly person: PersonId;
  /** Living children for whom somebody else must care now: of a mother, or of the caregiver who died. */
  readonly children: readonly PersonId[];
  readonly reason: 'mother_dead' | 'other';
};

export const deathEntries = (
  form: DeathForm,
  { family, person, children, reason }: Bereaved,
  newId: () => string,
): readonly SaveDraft[] => {
  const { on, caregiver } = form;
  const death = recordDraft('death', {
    family,
    subject: person,
    on,
    answers: {
      death_place: form.place,
      death_cause: form.cause.trim(),
      death_date_precision: form.precision,
    },
  });
  if (caregiver === null || children.length === 0) return [death];
  // One person who cares for all of them.
  const id = personId(newId());
  const answers = {
    caregiver: id,
    caregiver_name: caregiver.name.trim(),
    caregiver_relation: caregiver.relation,
    caregiver_phone: caregiver.phone.trim(),
    change_reason: reason,
  };
  return [death, ...children.map((subject) => recordDraft('caregiver-change', { family, subject, on, answers }))];
};
