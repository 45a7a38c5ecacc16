/**
 * Whether the date of the phone can be believed. A dead battery sets a phone back by years, and every age, class and next
 * visit would follow; so it is held against what the log of the phone has seen, once after each unlock.
 */
import type { Session } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import { signal } from '@preact/signals';

/** `back`: the phone was used at a later date than it says now. `ahead`: nobody used it for a very long time, it says. */
export type ClockDoubt = { readonly kind: 'back' | 'ahead'; readonly lastMs: number };

const DAY_MS = 24 * 60 * 60_000;
/** A phone that travels, or is set right by some hours, is not in doubt. */
const BACK_MS = DAY_MS;
const AHEAD_MS = 60 * DAY_MS;
/** The unlock itself is in the log already. */
const NOW_MS = 60_000;

/** `usedMs`: when the phone was used, by its clock of then. `confirmedMs`: a later date that she knows to be an error. */
export const clockDoubt = (
  nowMs: number,
  usedMs: readonly number[],
  confirmedMs: number | null = null,
): ClockDoubt | null => {
  const latest = Math.max(...usedMs.filter((ms) => confirmedMs === null || ms > confirmedMs), 0);
  if (latest > nowMs + BACK_MS) return { kind: 'back', lastMs: latest };
  const before = Math.max(...usedMs.filter((ms) => ms < nowMs - NOW_MS), 0);
  return before > 0 && nowMs - before > AHEAD_MS ? { kind: 'ahead', lastMs: before } : null;
};

export const doubtfulClock = signal<ClockDoubt | null>(null);

type Store = Pick<Session<unknown>, 'audit'> & {
  readonly sealed: Pick<Session<unknown>['sealed'], 'get' | 'put'>;
};

const CONFIRMED = 'clock-confirmed';

export const lookAtClock = async ({ audit, sealed }: Store, nowMs: number): Promise<void> => {
  const [events, confirmed] = await Promise.all([audit.list(), sealed.get(CONFIRMED)]);
  doubtfulClock.value = clockDoubt(
    nowMs,
    events.map(({ atMs }) => atMs),
    typeof confirmed === 'number' ? confirmed : null,
  );
};

/** She has looked: the phone is right, and the later date was not. */
export const confirmClock = async ({ sealed }: Store): Promise<void> => {
  const doubt = doubtfulClock.value;
  doubtfulClock.value = null;
  if (doubt?.kind === 'back') await sealed.put(CONFIRMED, doubt.lastMs satisfies JsonValue);
};
