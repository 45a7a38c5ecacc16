/**
 * The entries of a death: one for the death, and for every child whose mother or caregiver died one that says who cares
 * for it from that day on. The reminders end without a further entry, because the fold takes the death into account.
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
  /** With the precision `unknown`, the day on which the death is reported. */
  readonly on: LocalDate;
  readonly precision: DayPrecision | null;
  readonly place: DeathPlace | null;
  /** The cause in the family's words. */
  readonly cause: string;
  /** The person who now cares for the children; `null` while nobody is named. */
  readonly caregiver: NewCaregiver | null;
};

export type Bereaved = {
  readonly family: FamilyId;
  readonly person: PersonId;
  /** Living children who need another caregiver, because their mother or caregiver died. */
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
  // One person cares for all of the children.
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
