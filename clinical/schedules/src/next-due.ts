/**
 * When one scheduled contact is due for one person, as seen on a given day.
 *
 * ```text
 *            opens           due            closes
 *  ──────────┼───────────────┼───────────────┼──────────▶ today
 *  upcoming  │  due          │  overdue      │  expired (once) or missed, and due again (repeated)
 * ```
 *
 * - A contact never opens before its earliest day (anchor + due − window before), nor before the minimum interval since
 *   the previous contact. A contact held earlier does not count; it is listed in `tooEarly`.
 * - A missed contact is caught up: a repeated one counts from the day it was last held, a series from its last dose.
 *   The minimum interval can move the due day later, but never the closing day of a contact that is held once: when it
 *   cannot be held in time, it has expired.
 * - An unknown anchor, interval or relevance gives `unknown` with the missing names, never "nothing due". An unknown
 *   `stopWhen` does not stop the contact.
 */
import type { Scope } from '@denba/decisions/value';
import { fromDayNumber, type LocalDate, toDayNumber } from '@denba/quantities/local-date';
import type { Ternary } from '@denba/quantities/ternary';
import type { Text } from '@denba/quantities/text';
import { type CompiledContact, type Rule, unknownIn } from './compile-schedule.ts';
import { type Occurrence, occurrenceOf } from './occurrence.ts';
import type { History } from './schedule.ts';
import { timingOf } from './timing.ts';
import * as wording from './wording.ts';

export type Due = { readonly reason: Text } & (
  | { readonly state: 'notRelevant' }
  | { readonly state: 'stopped' }
  | { readonly state: 'unknown'; readonly missing: readonly string[] }
  | { readonly state: 'done'; readonly on: LocalDate; readonly due: LocalDate; readonly lateDays: number }
  | ({ readonly state: 'upcoming' | 'due' | 'overdue' | 'expired' } & OpenContact)
);

export type OpenContact = {
  readonly due: LocalDate;
  readonly windowOpens: LocalDate;
  /** `null`: the contact does not expire. */
  readonly windowCloses: LocalDate | null;
  /** Days since the due day; 0 before it. */
  readonly lateDays: number;
  /** Due days since the last contact that passed without one, oldest first (repeated contacts only). */
  readonly missed: readonly LocalDate[];
  /** Contacts that were held too early to count. */
  readonly tooEarly: readonly LocalDate[];
  /** The reason why the due day differs from the schedule; `null` when it does not. */
  readonly movedBecause: string | null;
  /** Names that would have to be known to tell whether the contact has stopped. */
  readonly unchecked: readonly string[];
};

export const nextDue = (compiled: CompiledContact, history: History, scope: Scope, today: LocalDate): Due => {
  const relevant = holds(compiled.relevant, scope, true);
  if (relevant === false) return { state: 'notRelevant', reason: wording.notRelevant };
  const timing = timingOf(compiled, scope);
  const occurrence = timing.ok ? occurrenceOf(timing.value, history, toDayNumber(today)) : null;
  if (relevant === true && occurrence?.kind === 'done') return doneOn(occurrence.on, occurrence.due);
  const stopped = holds(compiled.stopWhen, scope, false);
  if (stopped === true) return { state: 'stopped', reason: wording.stopped };
  if (relevant === null || occurrence === null || occurrence.kind === 'done') {
    const undecided = relevant === null && compiled.relevant !== null ? unknownIn(compiled.relevant, scope) : [];
    const missing = [...new Set([...undecided, ...(timing.ok ? [] : timing.error)])];
    return { state: 'unknown', missing, reason: wording.unknown(missing) };
  }
  const unchecked = stopped === null && compiled.stopWhen !== null ? unknownIn(compiled.stopWhen, scope) : [];
  return openOn(occurrence, unchecked, toDayNumber(today));
};

const holds = (rule: Rule | null, scope: Scope, otherwise: boolean): Ternary => {
  if (rule === null) return otherwise;
  const value = rule.run(scope);
  return typeof value === 'boolean' ? value : null;
};

const doneOn = (on: number, due: number): Due => {
  const dates = { on: fromDayNumber(on), due: fromDayNumber(due) };
  return { state: 'done', ...dates, lateDays: Math.max(0, on - due), reason: wording.done(dates.on) };
};

const openOn = (occurrence: Occurrence & { kind: 'open' }, unchecked: readonly string[], today: number): Due => {
  const { opens, due, closes, movedBecause } = occurrence;
  const open: OpenContact = {
    due: fromDayNumber(due),
    windowOpens: fromDayNumber(opens),
    windowCloses: closes === null ? null : fromDayNumber(closes),
    lateDays: Math.max(0, today - due),
    missed: occurrence.missed.map(fromDayNumber),
    tooEarly: occurrence.tooEarly.map(fromDayNumber),
    movedBecause,
    unchecked,
  };
  if (closes !== null && (today > closes || opens > closes)) {
    return { state: 'expired', ...open, reason: wording.expired(fromDayNumber(closes), opens > closes) };
  }
  if (today < opens) return { state: 'upcoming', ...open, reason: wording.upcoming(open) };
  if (today <= due) return { state: 'due', ...open, reason: wording.due(open) };
  return { state: 'overdue', ...open, reason: wording.overdue(open) };
};
