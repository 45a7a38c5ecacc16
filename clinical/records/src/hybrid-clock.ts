/**
 * Hybrid logical clock: the source of `recordedAt`. It follows the wall clock while that moves forward and increments a
 * counter when it does not, so that on one device a later entry always has a later time, even after the battery died
 * and the phone believes it is 1970. Source: Kulkarni et al., "Logical Physical Clocks", OPODIS 2014.
 *
 * A time is text such as `2026-03-01T10:15:30.123Z#0004` (UTC, then the counter in hexadecimal): text order is time
 * order. Ties between devices are broken by the entry's id, which makes the order total.
 *
 * The wall clock is an argument: milliseconds since 1970-01-01T00:00Z.
 */
import { fromDayNumber, parseLocalDate, toDayNumber } from '@denba/quantities/local-date';

declare const brand: unique symbol;
export type HybridTime = string & { readonly [brand]: true };

/** State of a device's clock: the last time that it issued, or accepted from another device. */
export type HybridClock = { readonly ms: number; readonly counter: number };

/** An anomaly of a clock. It never makes an entry invalid: an entry with a wrong time is still an entry. */
export type ClockDrift =
  /** The wall clock is earlier than the last time that this device issued or accepted. */
  | { readonly kind: 'wallBehind'; readonly byMs: number }
  /** A time from another device is further ahead of our wall clock than `maxAheadMs`; the clock did not follow it. */
  | { readonly kind: 'remoteAhead'; readonly byMs: number };

export const newClock: HybridClock = { ms: 0, counter: -1 };

const MS_PER_DAY = 86_400_000;
const LAST_COUNTER = 0xffff;
/** 9999-12-31T23:59:59.999Z: the last moment whose text still sorts correctly (four-digit years). */
const LAST_MS = 253_402_300_799_999;

/** Issues the next time of this device. It is strictly later than every time that the device issued before. */
export const tick = (
  clock: HybridClock,
  wallMs: number,
): { readonly clock: HybridClock; readonly time: HybridTime; readonly drift: ClockDrift | null } => {
  const wall = wholeMs(wallMs);
  const next = wall > clock.ms ? { ms: wall, counter: 0 } : advance(clock);
  const drift: ClockDrift | null = wall < clock.ms ? { kind: 'wallBehind', byMs: clock.ms - wall } : null;
  return { clock: next, time: format(next), drift };
};

/**
 * Updates the clock with a time that came with an entry of another device, so that entries recorded here afterwards are
 * later. A time more than `maxAheadMs` ahead of our wall clock is reported as drift and not followed: one phone set to
 * 2099 must not affect all the others.
 */
export const receive = (
  clock: HybridClock,
  remote: HybridTime,
  wallMs: number,
  maxAheadMs: number,
): { readonly clock: HybridClock; readonly drift: ClockDrift | null } => {
  const wall = wholeMs(wallMs);
  const { ms, counter } = readTime(remote);
  if (ms - wall > maxAheadMs) return { clock, drift: { kind: 'remoteAhead', byMs: ms - wall } };
  const later = ms > clock.ms || (ms === clock.ms && counter > clock.counter);
  return { clock: later ? { ms, counter } : clock, drift: null };
};

/** The clock of a device that restarts: it continues after the last time in its own log. */
export const clockAfter = (time: HybridTime): HybridClock => readTime(time);

export const isHybridTime = (text: string): text is HybridTime => {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z#[0-9a-f]{4}$/.exec(text);
  return match?.[1] !== undefined && parseLocalDate(match[1]).ok;
};

/** The wall-clock part of a time, in milliseconds since 1970-01-01T00:00Z, for display and for measuring drift. */
export const wallMsOf = (time: HybridTime): number => readTime(time).ms;

const wholeMs = (wallMs: number): number => {
  if (!Number.isFinite(wallMs)) throw new RangeError(`not a time in milliseconds: ${wallMs}`);
  return Math.min(LAST_MS, Math.max(0, Math.floor(wallMs)));
};

const advance = ({ ms, counter }: HybridClock): HybridClock =>
  counter < LAST_COUNTER ? { ms, counter: counter + 1 } : { ms: ms + 1, counter: 0 };

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

const format = ({ ms, counter }: HybridClock): HybridTime => {
  const day = Math.floor(ms / MS_PER_DAY);
  const rest = ms - day * MS_PER_DAY;
  const hours = digits(Math.floor(rest / 3_600_000), 2);
  const minutes = digits(Math.floor(rest / 60_000) % 60, 2);
  const seconds = digits(Math.floor(rest / 1000) % 60, 2);
  const count = counter.toString(16).padStart(4, '0');
  return `${fromDayNumber(day)}T${hours}:${minutes}:${seconds}.${digits(rest % 1000, 3)}Z#${count}` as HybridTime;
};

const readTime = (time: HybridTime): HybridClock => {
  const day = parseLocalDate(time.slice(0, 10));
  if (!day.ok) throw new RangeError(`not a hybrid time: ${time}`);
  const [hours, minutes] = [Number(time.slice(11, 13)), Number(time.slice(14, 16))];
  const seconds = Number(time.slice(17, 19)) * 1000 + Number(time.slice(20, 23));
  return {
    ms: toDayNumber(day.value) * MS_PER_DAY + hours * 3_600_000 + minutes * 60_000 + seconds,
    counter: Number.parseInt(time.slice(25, 29), 16),
  };
};
