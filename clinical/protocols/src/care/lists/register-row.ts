/** The MAMI register: one line for each stay in care, as on paper. */
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { CareChild } from './care-child.ts';
import type { CareRow } from './care-row.ts';

export type RegisterRow = {
  readonly family: FamilyId;
  readonly child: PersonId;
  /** 1, 2, 3… in the order of enrolment within the year, as `2026-014`; given by `registerRows`. */
  readonly number: string;
  readonly enrolledOn: LocalDate;
  readonly childName: string | null;
  readonly sex: CareChild['sex'];
  readonly motherName: string | null;
  readonly village: string | null;
  readonly phone: string | null;
  readonly ageDaysAtEnrolment: number | null;
  readonly reasons: readonly string[];
  readonly entryType: string | null;
  readonly enrolWeightG: number | null;
  readonly lastWeightG: number | null;
  readonly lastClass: CareChild['lastClass'];
  readonly visits: number;
  readonly status: 'active' | 'inpatient' | 'exited';
  readonly exitCode: string | null;
  readonly exitedOn: LocalDate | null;
};

/** `null` for a child who was never in care. */
export const registerRow = (row: CareRow, child: CareChild): Omit<RegisterRow, 'number'> | null => {
  const { care } = child;
  if (care === null) return null;
  const { enrolledOn, reasons, entryType, enrolWeightG, lastWeightG, visits, status, exitCode, exitedOn } = care;
  return {
    family: row.family,
    child: child.id,
    enrolledOn,
    childName: child.name,
    sex: child.sex,
    motherName: row.mother.name,
    village: row.village,
    phone: row.phone,
    ageDaysAtEnrolment: child.birthDate === null ? null : daysBetween(child.birthDate, enrolledOn),
    reasons,
    entryType,
    enrolWeightG,
    lastWeightG,
    visits,
    status,
    exitCode,
    exitedOn,
    lastClass: child.lastClass,
  };
};

/** All lines in the order of enrolment, numbered. The same record gives the same numbers on every phone. */
export const registerRows = (rows: Iterable<CareRow>): readonly RegisterRow[] => {
  const lines = [...rows].flatMap((row) => row.children.flatMap((child) => registerRow(row, child) ?? []));
  const count = new Map<string, number>();
  return lines.sort(byEnrolment).map((line) => {
    const year = line.enrolledOn.slice(0, 4);
    const place = (count.get(year) ?? 0) + 1;
    count.set(year, place);
    return { ...line, number: `${year}-${String(place).padStart(3, '0')}` };
  });
};

const byEnrolment = (a: Omit<RegisterRow, 'number'>, b: Omit<RegisterRow, 'number'>): number =>
  a.enrolledOn === b.enrolledOn
    ? a.child < b.child
      ? -1
      : a.child > b.child
        ? 1
        : 0
    : a.enrolledOn < b.enrolledOn
      ? -1
      : 1;
