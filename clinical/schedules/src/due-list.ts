/**
 * Everything that a schedule asks of one person, the most pressing first: missed or late, due, not known, to come; then
 * what can no longer be done, what is done, and what does not concern her.
 */
import type { Scope } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import type { CompiledContact } from './compile-schedule.ts';
import { type Due, nextDue } from './next-due.ts';
import { type History, noHistory, type ScheduledContact } from './schedule.ts';

export type DueItem = { readonly contact: ScheduledContact; readonly due: Due };

/** `histories` by id of the contact; an absent one means that nothing has happened. */
export const dueList = (
  schedule: readonly CompiledContact[],
  histories: Readonly<Record<string, History>>,
  scope: Scope,
  today: LocalDate,
): readonly DueItem[] =>
  schedule
    .map((compiled) => {
      const { contact } = compiled;
      return { contact, due: nextDue(compiled, histories[contact.id] ?? noHistory, scope, today) };
    })
    .sort(
      (a, b) =>
        rank(a.due) - rank(b.due) || compareText(dayOf(a.due), dayOf(b.due)) || compareText(a.contact.id, b.contact.id),
    );

const ranks: Readonly<Record<Due['state'], number>> = {
  overdue: 0,
  due: 1,
  unknown: 2,
  upcoming: 3,
  expired: 4,
  done: 5,
  stopped: 6,
  notRelevant: 7,
};

const rank = (due: Due): number => ('missed' in due && due.missed.length > 0 ? ranks.overdue : ranks[due.state]);

/** Among equals, what was due first. */
const dayOf = (due: Due): string => ('missed' in due ? (due.missed[0] ?? due.due) : 'due' in due ? due.due : '');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
