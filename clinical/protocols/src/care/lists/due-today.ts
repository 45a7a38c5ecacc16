/** « Aujourd'hui »: everybody in the list about whom something is to be done, by what it is, the most pressing first. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import type { CareChild } from './care-child.ts';
import type { CareRow } from './care-row.ts';
import { type ListedStatus, listedStatus, type OwnPlaces } from './listed-status.ts';

export type DueChild = { readonly row: CareRow; readonly child: CareChild; readonly status: ListedStatus };

export type TodayLists = {
  readonly expected: readonly DueChild[];
  /** Transferred here by another centre, and not in care here yet. */
  readonly awaited: readonly DueChild[];
  readonly late: readonly DueChild[];
  /** Missed or lost: to be looked for, home visits first. */
  readonly toTrace: readonly DueChild[];
  readonly backFromHospital: readonly DueChild[];
  readonly inHospital: readonly DueChild[];
  readonly reviewDue: readonly DueChild[];
  readonly screened: readonly DueChild[];
  /** In danger at the last visit, and not referred. */
  readonly toRefer: readonly DueChild[];
};

const listOf: { readonly [Kind in ListedStatus['kind']]?: keyof TodayLists } = {
  dueToday: 'expected',
  awaited: 'awaited',
  late: 'late',
  missed: 'toTrace',
  defaulted: 'toTrace',
  backFromHospital: 'backFromHospital',
  inHospital: 'inHospital',
  reviewDue: 'reviewDue',
  screened: 'screened',
  toRefer: 'toRefer',
};

/** `here`: the centre whose list it is. Without it nobody is awaited, and children whom it sent away stay in the lists. */
export const dueToday = (
  rows: Iterable<CareRow>,
  rules: CareRules,
  today: LocalDate,
  here: OwnPlaces = null,
): TodayLists => {
  const lists = {
    expected: [] as DueChild[],
    awaited: [] as DueChild[],
    late: [] as DueChild[],
    toTrace: [] as DueChild[],
    backFromHospital: [] as DueChild[],
    inHospital: [] as DueChild[],
    reviewDue: [] as DueChild[],
    screened: [] as DueChild[],
    toRefer: [] as DueChild[],
  };
  for (const row of rows) {
    for (const child of row.children) {
      const status = listedStatus(child, rules, today, here);
      if (status === null) continue;
      const list = listOf[status.kind];
      if (list !== undefined) lists[list].push({ row, child, status });
    }
  }
  for (const list of Object.values(lists)) list.sort(byPressure);
  return lists;
};

/** Open home visits, then open searches, then the longest late; among equals by name, so that the list stands still. */
const byPressure = (a: DueChild, b: DueChild): number =>
  taskRank(a.status) - taskRank(b.status) ||
  b.status.lateDays - a.status.lateDays ||
  compareText(a.row.mother.name ?? '', b.row.mother.name ?? '') ||
  compareText(a.child.id, b.child.id);

const taskRank = ({ tasks }: ListedStatus): number =>
  tasks.some(({ kind }) => kind === 'homeVisit') ? 0 : tasks.length > 0 ? 1 : 2;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
