/** What is wrong with a screen in a browser test, one line each: nothing is expected. */
import axe from 'axe-core';

/** By axe, with text contrast at 7:1 and targets that a thumb hits. */
export const axeFaults = async (place: HTMLElement): Promise<readonly string[]> => {
  // What scrolls under a bar, or under the line of a visit, is whole once it is scrolled free.
  for (const bar of place.querySelectorAll<HTMLElement>('.k-nav, .k-top, .live, .visit__way'))
    bar.style.position = 'static';
  // What is out of sight has its size once it is scrolled to.
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

/** What sticks out of the screen sideways. */
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
