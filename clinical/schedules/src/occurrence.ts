/**
 * Finds the current occurrence of a contact, in day numbers: the one that is done, or the open one with its window.
 * Pure arithmetic on the contacts held; `next-due.ts` interprets the result for a given day.
 */
import { toDayNumber } from '@denba/quantities/local-date';
import type { History, Move } from './schedule.ts';
import type { Timing } from './timing.ts';

export type Occurrence =
  | { readonly kind: 'done'; readonly on: number; readonly due: number }
  | {
      readonly kind: 'open';
      readonly opens: number;
      readonly due: number;
      readonly closes: number | null;
      readonly missed: readonly number[];
      readonly tooEarly: readonly number[];
      readonly movedBecause: string | null;
    };

type Window = { readonly opens: number; readonly due: number; readonly closes: number | null };

/** Contacts after `today` are ignored: a phone with a wrong clock must not mark a future visit as done. */
export const occurrenceOf = (timing: Timing, history: History, today: number): Occurrence => {
  const known = (dates: History['done']): readonly number[] =>
    [...new Set(dates.map(toDayNumber))].filter((day) => day <= today).sort((a, b) => a - b);
  const before = known(history.before);
  const first = windowAround(timing.anchor + timing.dueDays, timing);
  const counted: number[] = [];
  const tooEarly: number[] = [];
  for (const day of known(history.done)) {
    const earlier = [...before.filter((other) => other <= day), ...counted];
    (isEarly(day, first, earlier, timing) ? tooEarly : counted).push(day);
  }
  const last = counted.at(-1);
  if (last !== undefined && timing.repeatDays === null) return { kind: 'done', on: counted[0] ?? last, due: first.due };
  const planned = last === undefined || timing.repeatDays === null ? first : after(last, timing.repeatDays, timing);
  const spaced = respectInterval(planned, [...before, ...counted], timing);
  return { kind: 'open', ...rollOn(spaced, history.moved, timing, today), tooEarly };
};

const windowAround = (due: number, { beforeDays, afterDays }: Timing): Window => ({
  opens: due - beforeDays,
  due,
  closes: afterDays === null ? null : due + afterDays,
});

const isEarly = (day: number, first: Window, earlier: readonly number[], { minIntervalDays }: Timing): boolean =>
  day < first.opens || earlier.some((other) => day - other < minIntervalDays);

/** A repeated contact never opens on the day of the previous one. */
const after = (last: number, repeatDays: number, timing: Timing): Window => {
  const window = windowAround(last + repeatDays, timing);
  return { ...window, opens: Math.max(window.opens, last + 1) };
};

/**
 * Moves the due day to the end of the minimum interval. The closing day of a repeated contact moves along; that of a
 * contact held once does not.
 */
const respectInterval = (window: Window, contacts: readonly number[], timing: Timing): Window => {
  if (contacts.length === 0) return window;
  const earliest = Math.max(...contacts) + timing.minIntervalDays;
  const pushed = Math.max(0, earliest - window.due);
  const closes = window.closes === null || timing.repeatDays === null ? window.closes : window.closes + pushed;
  return { opens: Math.max(window.opens, earliest), due: window.due + pushed, closes };
};

/**
 * A repeated contact whose window has closed was missed, and is due again one interval later. It stays open meanwhile,
 * so that a family that missed a visit can be seen on any day.
 */
const rollOn = (
  first: Window,
  moves: readonly Move[],
  timing: Timing,
  today: number,
): Moved & { readonly missed: readonly number[] } => {
  const missed: number[] = [];
  let window = moveTo(first, moves, timing);
  while (timing.repeatDays !== null && window.closes !== null && today > window.closes) {
    missed.push(window.due);
    window = moveTo({ ...windowAround(window.due + timing.repeatDays, timing), opens: first.opens }, moves, timing);
  }
  return { ...window, missed };
};

type Moved = Window & { readonly movedBecause: string | null };

/**
 * Another day agreed with the family is valid if it is not before the earliest day and, for a contact that expires, not
 * after its closing day. A repeated contact may be agreed for a later day than its window, which is then extended to
 * that day.
 */
const moveTo = (window: Window, moves: readonly Move[], { repeatDays }: Timing): Moved => {
  const move = moves.findLast(({ from }) => toDayNumber(from) === window.due);
  const to = move === undefined ? null : toDayNumber(move.to);
  const expires = repeatDays === null && window.closes !== null;
  if (move === undefined || to === null || to < window.opens || (expires && to > (window.closes ?? to))) {
    return { ...window, movedBecause: null };
  }
  const closes = window.closes === null ? null : Math.max(window.closes, to);
  return { opens: window.opens, due: to, closes, movedBecause: move.reason };
};
