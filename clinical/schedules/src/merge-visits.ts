/**
 * Holds several contacts on one day, with a reason: distance and the number of visits are what mothers complain of most
 * (Deconinck 2024, South Sudan; mami.md §1.8). A contact may be moved earlier within its window, or later; not before
 * its earliest day or minimum interval, nor after it has expired.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import { err, ok, type Result } from '@denba/quantities/result';
import type { Due } from './next-due.ts';
import type { Move } from './schedule.ts';

export type MergeProblem =
  | { readonly kind: 'noReason' }
  | { readonly kind: 'notOpen'; readonly id: string; readonly state: Due['state'] }
  | { readonly kind: 'tooEarly'; readonly id: string; readonly earliest: LocalDate }
  | { readonly kind: 'tooLate'; readonly id: string; readonly latest: LocalDate };

export type Mergeable = {
  readonly id: string;
  readonly due: Due;
  /** True for a repeated contact, which may be held after its window; other contacts expire. */
  readonly repeats: boolean;
};

/** Returns one move per contact, by id, to be recorded in its history. All problems are returned together. */
export const mergeVisits = (
  contacts: readonly Mergeable[],
  on: LocalDate,
  reason: string,
): Result<Readonly<Record<string, Move>>, readonly MergeProblem[]> => {
  const problems: MergeProblem[] = reason.trim() === '' ? [{ kind: 'noReason' }] : [];
  const moves: Record<string, Move> = {};
  for (const { id, due, repeats } of contacts) {
    if (!isOpen(due)) problems.push({ kind: 'notOpen', id, state: due.state });
    else if (on < due.windowOpens) problems.push({ kind: 'tooEarly', id, earliest: due.windowOpens });
    else if (!repeats && due.windowCloses !== null && on > due.windowCloses) {
      problems.push({ kind: 'tooLate', id, latest: due.windowCloses });
    } else moves[id] = { from: due.due, to: on, reason: reason.trim() };
  }
  return problems.length > 0 ? err(problems) : ok(moves);
};

/** The days on which all contacts may be held, both inclusive; `null` when there are none. `to: null` means no end. */
export const sharedDays = (
  dues: readonly Due[],
): { readonly from: LocalDate; readonly to: LocalDate | null } | null => {
  const open = dues.filter(isOpen);
  const from = open
    .map(({ windowOpens }) => windowOpens)
    .sort()
    .at(-1);
  if (from === undefined || open.length < dues.length) return null;
  const [to = null] = open.flatMap(({ windowCloses }) => windowCloses ?? []).sort();
  return to !== null && to < from ? null : { from, to };
};

type OpenDue = Extract<Due, { readonly state: 'upcoming' | 'due' | 'overdue' | 'expired' }>;

const isOpen = (due: Due): due is OpenDue => due.state === 'upcoming' || due.state === 'due' || due.state === 'overdue';
