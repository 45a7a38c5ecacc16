/**
 * When one scheduled contact is due for one person, seen on one day.
 *
 * ```text
 *            opens           due            closes
 *  ──────────┼───────────────┼───────────────┼──────────▶ today
 *  upcoming  │  due          │  overdue      │  expired (once) or missed, and due again (repeated)
 * ```
 *
 * - It never opens before its earliest day (anchor + due − window before) nor before the minimum interval since the
 *   contact before it. A contact held earlier than that does not count; it is listed as too early.
 * - A contact missed is caught up: a repeated one counts from the day it was last held, a series from its last dose.
 *   The minimum interval can push the due day later, never the closing day: what cannot be held in time has expired.
 * - An unknown anchor, interval or relevance gives `unknown` with the names that are missing, never "nothing due". An
 *   unknown `stopWhen` does not stop it.
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
  /** `null`: it does not expire. */
  readonly windowCloses: LocalDate | null;
  /** Days since the due day; 0 until then. */
  readonly lateDays: number;
  /** Due days that passed without a contact since the last one, oldest first (repeated contacts only). */
  readonly missed: readonly LocalDate[];
  /** Contacts that were held too early to count. */
  readonly tooEarly: readonly LocalDate[];
  /** Why it is due on another day than the schedule says. */
  readonly movedBecause: string | null;
  /** Names that would tell whether it has stopped. */
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
