/** « Aujourd'hui »: all children for whom something is to be done, grouped by what it is, the most pressing first. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import type { CareChild } from './care-child.ts';
import type { CareRow } from './care-row.ts';
import { type ListedStatus, listedStatus, type OwnPlaces } from './listed-status.ts';

export type DueChild = { readonly row: CareRow; readonly child: CareChild; readonly status: ListedStatus };

export type TodayLists = {
  readonly expected: readonly DueChild[];
  /** Transferred here by another centre, and not yet in care here. */
  readonly awaited: readonly DueChild[];
  readonly late: readonly DueChild[];
  /** Missed or defaulted: to be searched for, home visits first. */
  readonly toTrace: readonly DueChild[];
  readonly backFromHospital: readonly DueChild[];
  readonly inHospital: readonly DueChild[];
  readonly reviewDue: readonly DueChild[];
  readonly screened: readonly DueChild[];
  /** Children who were in danger at the last visit and were not referred. */
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

/**
 * `here`: the places of the centre whose list it is. Without it no child is awaited, and children whom the centre sent
 * away stay listed.
 */
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

/**
 * Open home visits first, then open searches, then the longest delay; ties are sorted by name, so that the order is
 * stable.
 */
const byPressure = (a: DueChild, b: DueChild): number =>
  taskRank(a.status) - taskRank(b.status) ||
  b.status.lateDays - a.status.lateDays ||
  compareText(a.row.mother.name ?? '', b.row.mother.name ?? '') ||
  compareText(a.child.id, b.child.id);

const taskRank = ({ tasks }: ListedStatus): number =>
  tasks.some(({ kind }) => kind === 'homeVisit') ? 0 : tasks.length > 0 ? 1 : 2;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
