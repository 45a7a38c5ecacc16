/**
 * Locks an unattended phone: after three minutes without a touch, or at once when it wakes after sleeping that long.
 */
import type { Clock } from '../phone/clock.ts';

export const IDLE_MS = 3 * 60_000;
const LOOK_EVERY_MS = 5_000;

/** Starts watching; the returned function stops it. */
export const watchIdle = (clock: Clock, onIdle: () => void, idleMs = IDLE_MS): (() => void) => {
  let last = clock.wallMs();
  const touched = (): void => {
    last = clock.wallMs();
  };
  const look = (): void => {
    const now = clock.wallMs();
    // A clock that is set back must not keep the phone unlocked.
    if (now < last) last = now;
    if (now - last >= idleMs) onIdle();
  };
  const acts = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
  for (const act of acts) addEventListener(act, touched, { passive: true, capture: true });
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    for (const act of acts) removeEventListener(act, touched, { capture: true });
    document.removeEventListener('visibilitychange', look);
    clearInterval(timer);
  };
};
