/**
 * Keeps a line in sight while the page scrolls: below the top bar, and inside the part that the keyboard leaves
 * visible. Sizes are read only when the bar, the line or the window changes its size, never on a key press.
 */

/** Share of the screen's height. A taller line (very large text) is not kept in sight: it scrolls with the page. */
const MOST_OF_SCREEN = 0.2;
const BREATHING_PX = 8;

/** Returns a function that stops it. */
export const holdInSight = (line: HTMLElement): (() => void) => {
  const bar = document.querySelector<HTMLElement>('.k-top');
  const root = document.documentElement;
  let shift = 0;

  const place = (): void => {
    const above = bar !== null && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
    const held = line.offsetHeight <= innerHeight * MOST_OF_SCREEN;
    line.style.position = held ? 'sticky' : 'static';
    line.style.insetBlockStart = `${above}px`;
    // The focused element is scrolled clear of the line.
    root.style.scrollPaddingBlockStart = held ? `${above + line.offsetHeight + BREATHING_PX}px` : '';
  };
  // With the keyboard open, some phones move the visible part over a page that does not scroll.
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
