/**
 * One family in the list that a phone opens first: who they are, and of each child what its follow-up rests on. It is
 * folded from the record and does not depend on the day, so that it stays true until the family's record changes; what
 * is due today is concluded from it (care-status.ts).
 */
import type { FacilityId, FamilyId, PersonId } from '@denba/records/ids';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import { type CareChild, careChild } from './care-child.ts';
import type { FamilyMonths } from './month-tally.ts';

/** Raised when a row changes its shape or its meaning: phones and servers then fold their rows anew. */
export const CARE_ROW_VERSION = 8;

export type CareRow = {
  readonly family: FamilyId;
  readonly facility: FacilityId | null;
  readonly mother: {
    readonly id: PersonId | null;
    readonly name: string | null;
    readonly birthYear: number | null;
    readonly dead: boolean;
  };
  readonly phone: string | null;
  readonly village: string | null;
  readonly cardCode: string | null;
  readonly father: string | null;
  /** Whoever cares for the children in the mother's place. */
  readonly caregiver: string | null;
  /** What does not fit in the record and waits for somebody to mend it. */
  readonly problems: number;
  readonly children: readonly CareChild[];
  /** What the family adds to the figures of each month. */
  readonly months: FamilyMonths;
};

/** `months`: counted by whoever knows the indicators; a list that shows no figures leaves them out. */
export const careRow = (timeline: Timeline, rules: CareRules, months: FamilyMonths = []): CareRow => {
  const { contact, persons, children } = timeline;
  const mother = motherOf(timeline);
  const takenOver = children.map(({ caregiver }) => caregiver).findLast((id) => id !== null && id !== mother?.id);
  const caregiver = persons.find(({ id }) => id === takenOver);
  return {
    family: timeline.family,
    facility: timeline.facility,
    mother: {
      id: mother?.id ?? null,
      name: mother?.name ?? null,
      birthYear: mother?.birthDate == null ? null : Number(mother.birthDate.slice(0, 4)),
      dead: mother?.died != null,
    },
    phone: contact.phone ?? caregiver?.phone ?? contact.fatherPhone,
    village: contact.village,
    cardCode: contact.cardCode,
    father: contact.fatherName,
    caregiver: caregiver?.name ?? null,
    problems: timeline.problems.length,
    children: children.filter(({ stillborn }) => stillborn !== true).map((child) => careChild(timeline, child, rules)),
    months,
  };
};

/** The mother who was registered, or the one whom a birth names. */
const motherOf = ({ persons, children }: Timeline): Person | undefined => {
  const named = new Set(children.map((child) => child.mother));
  const mothers = persons.filter(({ roles }) => roles.includes('mother'));
  return mothers.find(({ id }) => named.has(id)) ?? mothers[0];
};
