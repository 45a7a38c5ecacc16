/** Resolves once what was just rendered is on the screen; in a hidden tab, after a short delay. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const fallback = setTimeout(resolve, UNSEEN_AFTER_MS);
    requestAnimationFrame(() => {
      clearTimeout(fallback);
      setTimeout(resolve);
    });
  });

/** Needed because a hidden tab draws no frames. */
const UNSEEN_AFTER_MS = 250;
