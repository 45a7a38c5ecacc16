/**
 * Counts taps during a fixed time (breaths in 60 seconds), as data. WHO counts a whole minute; the first press starts
 * the clock and is not counted as a breath. Times are milliseconds of one clock, which the caller reads.
 */
export type TapCount =
  | { readonly kind: 'ready' }
  | { readonly kind: 'counting'; readonly startedAt: number; readonly taps: readonly number[] }
  | { readonly kind: 'done'; readonly count: number };

export const ready: TapCount = { kind: 'ready' };

/** A press at `now`: starts the count, or adds one. Once it is over, a press changes nothing. */
export const press = (state: TapCount, now: number, seconds: number): TapCount => {
  if (state.kind === 'ready') return { kind: 'counting', startedAt: now, taps: [] };
  if (state.kind === 'done' || isOver(state, now, seconds)) return settle(state, now, seconds);
  return { ...state, taps: [...state.taps, now] };
};

/** Takes the last tap back. */
export const undo = (state: TapCount): TapCount =>
  state.kind === 'counting' ? { ...state, taps: state.taps.slice(0, -1) } : state;

/** Returns `done` once the time is over, however late it is called: taps after the end are not counted. */
export const settle = (state: TapCount, now: number, seconds: number): TapCount =>
  state.kind === 'counting' && isOver(state, now, seconds) ? { kind: 'done', count: state.taps.length } : state;

/** The elapsed share of the time, from 0 to 1. */
export const elapsedShare = (state: TapCount, now: number, seconds: number): number =>
  state.kind === 'ready'
    ? 0
    : state.kind === 'done'
      ? 1
      : Math.min(1, Math.max(0, (now - state.startedAt) / (seconds * 1000)));

export const countOf = (state: TapCount): number =>
  state.kind === 'counting' ? state.taps.length : state.kind === 'done' ? state.count : 0;

const isOver = (state: { readonly startedAt: number }, now: number, seconds: number): boolean =>
  now - state.startedAt >= seconds * 1000;
