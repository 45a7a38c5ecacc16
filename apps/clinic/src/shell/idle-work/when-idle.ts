/**
 * Runs `work` when the browser is idle; the returned function cancels it. Safari does not report idleness: there `work`
 * runs after a short delay.
 */
export const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, A_MOMENT_MS);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work);
  return () => cancelIdleCallback(asked);
};

const A_MOMENT_MS = 100;

/** Resolves when the browser is idle. */
export const rested = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));
