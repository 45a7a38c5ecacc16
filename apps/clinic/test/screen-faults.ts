/** The problems of a screen in a browser test, one line each; tests expect none. */
import axe from 'axe-core';

/** Checks with axe, with text contrast at 7:1 and the size of touch targets. */
export const axeFaults = async (place: HTMLElement): Promise<readonly string[]> => {
  // Elements that scroll under a bar, or under the line of a visit, are complete once they are scrolled clear of it.
  for (const bar of place.querySelectorAll<HTMLElement>('.k-nav, .k-top, .live, .visit__way'))
    bar.style.position = 'static';
  // Elements outside the viewport get their size only when they are scrolled to, so they are laid out here.
  const laidOut = document.createElement('style');
  laidOut.textContent = '* { content-visibility: visible !important; }';
  document.head.append(laidOut);
  const result = await axe.run(place, {
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  });
  laidOut.remove();
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} – ${node.failureSummary}`),
  );
};

/** Elements that stick out of the screen sideways. */
export const overflowing = (place: HTMLElement): readonly string[] => {
  const root = document.documentElement;
  return [...place.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.closest('.k-unseen, .growth-paper, svg, thead, dialog:not([open])') === null)
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > root.clientWidth + 1 || left < -1);
    })
    .map((element) => element.outerHTML.slice(0, 140));
};
