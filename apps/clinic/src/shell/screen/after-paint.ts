/** Resolves once what was just drawn is on the screen; in a tab that nobody sees, soon. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const fallback = setTimeout(resolve, UNSEEN_AFTER_MS);
    requestAnimationFrame(() => {
      clearTimeout(fallback);
      setTimeout(resolve);
    });
  });

/** A hidden tab draws no frames. */
const UNSEEN_AFTER_MS = 250;
