/**
 * Counts how many more or fewer contacts the calendar of a draft requires, by month and place, from the recorded
 * births. Only contacts that the draft makes due on other days are counted; all others are the same in both versions.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { Text } from '@denba/quantities/text';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import type { Progress } from '../replay/baseline.ts';
import type { CalendarChild } from './calendar-children.ts';
import { type ChangedContact, changedContacts } from './calendar-contacts.ts';
import { createDues, type DuesOf } from './calendar-dues.ts';

/** `told`: what was known of the child, see `CalendarChild`. */
export type FollowedChild = Omit<CalendarChild, 'child'>;

export type CalendarCell = {
  readonly month: string;
  readonly place: string;
  readonly base: number;
  readonly draft: number;
};

export type CountedContact = {
  readonly id: string;
  readonly title: Text;
  /** Sorted by month, then by place. Months in which neither version has a contact are left out. */
  readonly cells: readonly CalendarCell[];
};

export type CalendarComparison = {
  readonly counted: readonly CountedContact[];
  /** Contacts that the draft changes but that cannot be counted, because they do not count from the birth alone. */
  readonly notCounted: readonly { readonly id: string; readonly title: Text }[];
};

const SLICE = 200;

/**
 * Returns `null` when the draft changes no day of the calendar. `today`: the last day that counts. Yields after every
 * 200 children; the caller cancels by not calling `next` again.
 */
export function* compareCalendars(
  base: CompiledProtocol,
  draft: CompiledProtocol,
  children: readonly FollowedChild[],
  today: LocalDate,
): Generator<Progress, CalendarComparison | null> {
  const changed = changedContacts(base, draft);
  if (changed.length === 0) return null;
  const counting = changed
    .filter(({ fromBirth }) => fromBirth)
    .map((contact) => ({ contact, cells: new Map<string, Counting>(), ...duesOf(base, draft, contact) }));
  for (const [at, child] of children.entries()) {
    for (const { cells, byBase, byDraft } of counting) {
      for (const day of dues(byBase, child, today)) cellOf(cells, day, child.place).base += 1;
      for (const day of dues(byDraft, child, today)) cellOf(cells, day, child.place).draft += 1;
    }
    if (at % SLICE === SLICE - 1) yield { done: at + 1, of: children.length };
  }
  return {
    counted: counting.map(({ contact, cells }) => ({
      ...named(contact),
      cells: [...cells.values()].sort(byMonthAndPlace),
    })),
    notCounted: changed.filter(({ fromBirth }) => !fromBirth).map(named),
  };
}

type Counting = { readonly month: string; readonly place: string; base: number; draft: number };

const duesOf = (base: CompiledProtocol, draft: CompiledProtocol, contact: ChangedContact) => ({
  byBase: contact.base === null ? null : createDues(base, contact.base),
  byDraft: contact.draft === null ? null : createDues(draft, contact.draft),
});

const dues = (
  of: DuesOf | null,
  { known, from, until, told }: FollowedChild,
  today: LocalDate,
): readonly LocalDate[] => {
  if (of === null) return [];
  const last = until === null ? today : addDays(until, -1);
  const inputsOn = (day: LocalDate): Inputs => told.findLast(({ on }) => on <= day)?.inputs() ?? {};
  // What was due before the family moved here counts for its previous place.
  return of({ from: known, to: last < today ? last : today }, inputsOn).filter((day) => day >= from);
};

const cellOf = (cells: Map<string, Counting>, day: LocalDate, place: string): Counting => {
  const month = day.slice(0, 7);
  const key = `${month} ${place}`;
  const found = cells.get(key) ?? { month, place, base: 0, draft: 0 };
  cells.set(key, found);
  return found;
};

const named = ({ id, base, draft }: ChangedContact): { readonly id: string; readonly title: Text } => ({
  id,
  title: (draft ?? base)?.title ?? { fr: id, en: id },
});

const byMonthAndPlace = (a: CalendarCell, b: CalendarCell): number =>
  a.month === b.month ? order(a.place, b.place) : order(a.month, b.month);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
