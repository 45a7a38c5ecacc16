/** The groups of « Aujourd'hui » by urgency, the action for each child, and how many rows are shown at once. */

import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { DueChild, TodayLists } from '@denba/protocols/care/lists/due-today';
import { nextForm } from '@denba/protocols/care/lists/next-form';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Route } from '../shell/route.ts';

export type GroupName = 'urgent' | Exclude<keyof TodayLists, 'toRefer'>;

export type TodayGroup = {
  readonly name: GroupName;
  readonly count: number;
  /** All children of the group, or only the first few in a glance (`today-glance.ts`). */
  readonly items: readonly DueChild[];
};

/** The number of rows of a group shown before the user asks for more. */
export const ROWS_AT_ONCE = 10;

/** The most urgent first. A danger without a referral, found at a visit or a screen, comes before all others. */
const order: readonly GroupName[] = [
  'urgent',
  'expected',
  'awaited',
  'backFromHospital',
  'screened',
  'late',
  'toTrace',
  'reviewDue',
  'inHospital',
];

/** The groups in order, without empty ones. */
export const todayGroups = ({ toRefer, ...lists }: TodayLists): readonly TodayGroup[] => {
  const urgent = [...toRefer, ...lists.screened.filter(isUrgent)];
  const screened = lists.screened.filter((due) => !isUrgent(due));
  const all = { ...lists, urgent, screened };
  return order.map((name) => ({ name, count: all[name].length, items: all[name] })).filter(({ count }) => count > 0);
};

const isUrgent = ({ child }: DueChild): boolean => child.screened?.result === 'urgent';

/** About two screens of a phone: the number of rows that are expanded when the day begins. */
const ROWS_OPEN = 8;

/** Groups are expanded from the top until there are enough rows; the first group is always expanded. */
export const openAtFirst = (groups: readonly TodayGroup[]): ReadonlySet<GroupName> => {
  const open = new Set<GroupName>();
  let rows = 0;
  for (const { name, count } of groups) {
    if (open.size > 0 && rows + Math.min(count, ROWS_OPEN) > ROWS_OPEN) break;
    rows += count;
    open.add(name);
  }
  return open;
};

export type TodayAction =
  | { readonly does: 'visit'; readonly route: Extract<Route, { readonly name: 'visit' }> }
  | { readonly does: 'refer' | 'trace' | 'counter-referral' | 'receive'; readonly route: Route };

/**
 * The form that one tap opens; a family that missed visits is traced. A child who was in care elsewhere is received on
 * its card, where the follow-up is started here. `null` when there is nothing to do here and now.
 */
export const todayAction = (
  { row: { family }, child, status }: DueChild,
  rules: CareRules,
  today: LocalDate,
): TodayAction | null => {
  const person = child.id;
  if (status.kind === 'toRefer' && child.unreferred !== undefined) {
    return { does: 'refer', route: { name: 'refer', family, child: person, entry: child.unreferred.entry } };
  }
  if (status.kind === 'inHospital') {
    return { does: 'counter-referral', route: { name: 'counter-referral', family, child: person } };
  }
  if (status.kind === 'missed' || status.kind === 'defaulted') {
    return { does: 'trace', route: { name: 'trace', family, child: person } };
  }
  if (status.kind === 'awaited' && child.care !== null) return { does: 'receive', route: { name: 'family', family } };
  const form = nextForm(child, rules, today);
  return form === null ? null : { does: 'visit', route: { name: 'visit', family, child: person, form } };
};
