/** The MAMI register: one line for each child's last stay in care, as on paper. */
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { CareChild } from './care-child.ts';
import type { CareRow } from './care-row.ts';

export type RegisterRow = {
  readonly family: FamilyId;
  readonly child: PersonId;
  /** See `registerNumber`. */
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
export const registerRow = (row: CareRow, child: CareChild): RegisterRow | null => {
  const { care } = child;
  if (care === null) return null;
  const { number, enrolledOn, reasons, entryType, enrolWeightG, lastWeightG, visits, status, exitCode, exitedOn } =
    care;
  return {
    family: row.family,
    child: child.id,
    number,
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

/** All lines, in the order of enrolment. */
export const registerRows = (rows: Iterable<CareRow>): readonly RegisterRow[] =>
  [...rows].flatMap((row) => row.children.flatMap((child) => registerRow(row, child) ?? [])).sort(byEnrolment);

/** Lines of the same day are sorted by their numbers: as the phone recorded them. */
const byEnrolment = (a: RegisterRow, b: RegisterRow): number =>
  compareText(a.enrolledOn, b.enrolledOn) || compareText(a.number, b.number) || compareText(a.child, b.child);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
