/**
 * Keeps a line in sight while the page scrolls: under the bar above, and inside of what the keyboard leaves to be seen.
 * Sizes are read when the bar, the line or the window change theirs, never at a key.
 */

/** A line that takes more of the screen than this (very large text) scrolls away as the rest does. */
const MOST_OF_SCREEN = 0.2;
const BREATHING_PX = 8;

/** What is given back lets go of it. */
export const holdInSight = (line: HTMLElement): (() => void) => {
  const bar = document.querySelector<HTMLElement>('.k-top');
  const root = document.documentElement;
  let shift = 0;

  const place = (): void => {
    const above = bar !== null && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
    const held = line.offsetHeight <= innerHeight * MOST_OF_SCREEN;
    line.style.position = held ? 'sticky' : 'static';
    line.style.insetBlockStart = `${above}px`;
    // What has the focus is scrolled free of the line.
    root.style.scrollPaddingBlockStart = held ? `${above + line.offsetHeight + BREATHING_PX}px` : '';
  };
  // With the keyboard open some phones move what is seen over a page that stands still.
  const follow = (): void => {
    const seenFrom = line.style.position === 'sticky' ? (visualViewport?.offsetTop ?? 0) : 0;
    const next = seenFrom === 0 ? 0 : Math.max(0, seenFrom - (line.getBoundingClientRect().top - shift));
    if (next === shift) return;
    shift = next;
    line.style.translate = shift === 0 ? '' : `0 ${shift}px`;
  };

  const sizes = new ResizeObserver(place);
  sizes.observe(line);
  if (bar !== null) sizes.observe(bar);
  const letGo = new AbortController();
  addEventListener('resize', place, letGo);
  for (const kind of ['scroll', 'resize'] as const) visualViewport?.addEventListener(kind, follow, letGo);
  return () => {
    sizes.disconnect();
    letGo.abort();
    root.style.scrollPaddingBlockStart = '';
  };
};
