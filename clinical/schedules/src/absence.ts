/**
 * An absence: the time from one contact to the next (or to today), with the due visits that passed in it and whether
 * the family defaulted. All days are day numbers. The rules and their source are in `follow-up.ts`.
 */
import { toDayNumber } from '@denba/quantities/local-date';
import type { Episode, FollowUpRules, Tracing } from './episode.ts';

export type Absence = {
  /** The visit that is expected at the end of the absence; `null` when no date was agreed. */
  readonly expected: number | null;
  readonly missed: readonly { readonly due: number; readonly missedOn: number }[];
  readonly defaultedOn: number | null;
  readonly end:
    | { readonly kind: 'seen'; readonly day: number; readonly beforeLimit: boolean }
    | { readonly kind: 'hospital' | 'exit' | 'today'; readonly day: number };
};

/** One absence per contact known on `today`, oldest first. */
export const absencesOf = (episode: Episode, rules: FollowUpRules, today: number): readonly Absence[] => {
  const contacts = contactsOf(episode, rules, today);
  const limit = toDayNumber(episode.until);
  return contacts.map((contact, index) => {
    const end = endOf(contact, contacts[index + 1], episode, today, limit);
    return absenceAfter(contact, end, episode.tracings, rules, limit);
  });
};

type Contact = { readonly on: number; readonly next: number | null };

/**
 * Visits and discharges, at most one contact per day. The earliest day agreed on that day is used; after a discharge
 * without an agreed day, the usual day.
 */
const contactsOf = (episode: Episode, rules: FollowUpRules, today: number): readonly Contact[] => {
  const byDay = new Map<number, Contact>();
  for (const visit of episode.visits) {
    const on = toDayNumber(visit.on);
    const agreed = visit.next === null || visit.next <= visit.on ? null : toDayNumber(visit.next);
    const other = byDay.get(on)?.next ?? null;
    byDay.set(on, { on, next: agreed === null ? other : Math.min(agreed, other ?? agreed) });
  }
  for (const { to } of episode.hospitalStays) {
    if (to === null) continue;
    const on = toDayNumber(to);
    byDay.set(on, { on, next: byDay.get(on)?.next ?? on + rules.resumeAfterDays });
  }
  return [...byDay.values()].filter(({ on }) => on <= today).sort((x, y) => x.on - y.on);
};

const endOf = (
  contact: Contact,
  following: Contact | undefined,
  episode: Episode,
  today: number,
  limit: number,
): Absence['end'] => {
  const ends: Absence['end'][] = [{ kind: 'today', day: today }];
  for (const { from, to } of episode.hospitalStays) {
    const isOver = to !== null && toDayNumber(to) <= contact.on;
    if (!isOver) ends.push({ kind: 'hospital', day: Math.max(contact.on, toDayNumber(from)) });
  }
  if (episode.exitedOn !== null) ends.push({ kind: 'exit', day: toDayNumber(episode.exitedOn) });
  if (following !== undefined) ends.push({ kind: 'seen', day: following.on, beforeLimit: following.on < limit });
  return ends.reduce((earliest, end) => (end.day <= earliest.day ? end : earliest));
};

const absenceAfter = (
  contact: Contact,
  end: Absence['end'],
  tracings: readonly Tracing[],
  rules: FollowUpRules,
  limit: number,
): Absence => {
  const firstDue = contact.next;
  const interval = firstDue === null ? 0 : firstDue - contact.on;
  const grace = interval <= rules.shortIntervalDays ? rules.missedAfterDaysShort : rules.missedAfterDays;
  const missed: { due: number; missedOn: number }[] = [];
  let expected = firstDue;
  while (expected !== null && expected < limit && expected + grace + 1 <= end.day) {
    missed.push({ due: expected, missedOn: expected + grace + 1 });
    expected += Math.max(interval, rules.rebookAfterDays, 1);
  }
  const attempts = tracings.filter(({ on }) => toDayNumber(on) > contact.on && toDayNumber(on) <= end.day);
  // A family that comes on the very day on which it would default does not default.
  const byMisses = lostByMisses(missed, attempts, rules);
  const lost = [...byMisses, lostWithoutContact(firstDue ?? contact.on, attempts, rules)].filter(
    (day) => (end.kind === 'today' ? day <= end.day : day < end.day) && day < limit,
  );
  const defaultedOn = lost.length === 0 ? null : Math.min(...lost);
  return { expected, missed, defaultedOn, end };
};

/**
 * The day on which both conditions of a default became true: enough visits missed in a row, and a tracing attempted.
 * Empty when they did not.
 */
const lostByMisses = (
  missed: Absence['missed'],
  attempts: readonly Tracing[],
  { defaultMisses }: FollowUpRules,
): readonly number[] => {
  const last = missed[defaultMisses - 1];
  const first = missed[0];
  if (last === undefined || first === undefined) return [];
  const tried = attempts.map(({ on }) => toDayNumber(on)).filter((day) => day > first.due);
  return tried.length === 0 ? [] : [Math.max(last.missedOn, Math.min(...tried))];
};

const lostWithoutContact = (from: number, attempts: readonly Tracing[], { noContactDays }: FollowUpRules): number => {
  const reached = attempts.filter((attempt) => attempt.reached === true).map(({ on }) => toDayNumber(on));
  let since = from;
  for (const day of reached.sort((a, b) => a - b)) {
    if (day >= since + noContactDays) break;
    since = Math.max(since, day);
  }
  return since + noContactDays;
};
