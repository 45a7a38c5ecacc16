/** What axe finds wrong with the screen as it is now, one line each: nothing is expected. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] };
type Axe = {
  readonly run: (root: Document, options: object) => Promise<{ readonly violations: readonly Violation[] }>;
};

const everything = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * With the contrast of WCAG's strictest level (7:1 for text). The page is as high as its content while axe looks, so that
 * nothing lies under a bar. `contrastOnly`: for another theme of a screen that was looked at already.
 */
export const accessibilityProblems = async (page: Page, contrastOnly = false): Promise<readonly string[]> => {
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  await showWhole(page, size);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const found = await axe.run(document, {
        runOnly,
        // The strict rule says what the weaker one would.
        ...(runOnly.includes('wcag2aaa') ? { rules: { 'color-contrast': { enabled: false } } } : {}),
      });
      return found.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        html: nodes.map((node) => node.html).join(' | '),
      }));
    },
    contrastOnly ? ['color-contrast-enhanced'] : everything,
  );
  await page.setViewportSize(size);
  return violations.map(({ id, help, html }) => `${id}: ${help} – ${html.slice(0, 300)}`);
};

/** A chart may grow with its room: until the page is as high as its content. */
const showWhole = async (page: Page, size: { readonly width: number; readonly height: number }): Promise<void> => {
  for (let shown = size.height; ; ) {
    const height = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.documentElement.scrollHeight)));
        }),
    );
    if (height <= shown) return;
    shown = height;
    await page.setViewportSize({ width: size.width, height });
  }
};

/** How many pixels the page is wider than the screen: nothing may be scrolled sideways. */
export const overflowPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What makes it so: the innermost elements that reach past its edge, with the beginning of their text. */
export const pastTheEdge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const past = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > edge);
    return past
      .filter((one) => !past.some((other) => other !== one && one.contains(other)))
      .map(
        ({ localName, className, textContent }) => `<${localName} class="${className}"> ${textContent?.slice(0, 60)}`,
      );
  });
