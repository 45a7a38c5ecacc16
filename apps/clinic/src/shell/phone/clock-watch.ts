/**
 * Checks whether the date of the phone can be right. An empty battery can set a phone back by years, and every age,
 * class and next visit would be wrong; so the date is compared with the phone's audit log once after each unlock.
 */
import type { Session } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import { signal } from '@preact/signals';

/**
 * `back`: the log has a later date than the phone. `ahead`: by the phone's date, it was unused for a very long time.
 */
export type ClockDoubt = { readonly kind: 'back' | 'ahead'; readonly lastMs: number };

const DAY_MS = 24 * 60 * 60_000;
/** Differences up to one day are ignored: the phone may travel, or be set right by some hours. */
const BACK_MS = DAY_MS;
const AHEAD_MS = 60 * DAY_MS;
/** Log events of the last minute are ignored for `ahead`, because they are of this unlock. */
const NOW_MS = 60_000;

/**
 * `usedMs`: the times of the log's events, by the phone's clock at each. `confirmedMs`: a later date that the worker
 * has confirmed to be wrong; events up to it are ignored.
 */
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

/** The health worker confirmed that the phone's clock is right, so the later date in the log was wrong. */
export const confirmClock = async ({ sealed }: Store): Promise<void> => {
  const doubt = doubtfulClock.value;
  doubtfulClock.value = null;
  if (doubt?.kind === 'back') await sealed.put(CONFIRMED, doubt.lastMs satisfies JsonValue);
};
