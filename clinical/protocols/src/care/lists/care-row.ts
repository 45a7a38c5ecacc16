/**
 * One family in the list that a phone opens first: who they are and, for each child, what its follow-up depends on. A
 * row is folded from the record and does not depend on today's date, so it stays valid until the family's record
 * changes; what is due today is computed from it (care-status.ts).
 */
import type { FacilityId, FamilyId, PersonId } from '@denba/records/ids';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import { type CareChild, careChild } from './care-child.ts';
import type { FamilyMonths } from './month-tally.ts';

/** Increased when a row changes its shape or its meaning: phones and servers then fold their rows again. */
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
  /** The name of the person who cares for the children instead of the mother. */
  readonly caregiver: string | null;
  /** The number of problems in the timeline that wait for somebody to resolve them. */
  readonly problems: number;
  readonly children: readonly CareChild[];
  /** What the family contributes to the figures of each month. */
  readonly months: FamilyMonths;
};

/** `months`: counted by callers that know the indicators; lists that show no figures leave it out. */
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

/** The mother whom a birth names; else the first person who was recorded as a mother. */
const motherOf = ({ persons, children }: Timeline): Person | undefined => {
  const named = new Set(children.map((child) => child.mother));
  const mothers = persons.filter(({ roles }) => roles.includes('mother'));
  return mothers.find(({ id }) => named.has(id)) ?? mothers[0];
};
