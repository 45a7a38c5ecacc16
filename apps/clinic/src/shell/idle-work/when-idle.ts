/** Does this when nothing else is to be done. The answer gives it up. Safari does not tell when that is: a moment later. */
export const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, A_MOMENT_MS);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work);
  return () => cancelIdleCallback(asked);
};

const A_MOMENT_MS = 100;

/** Resolves when nothing else is to be done. */
export const rested = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));
