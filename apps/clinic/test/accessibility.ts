/** The problems that axe finds on the present screen, one line each; tests expect none. */
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
 * Checks with WCAG's strictest contrast (7:1 for text). The page is made as high as its content while axe runs, so that
 * no bar covers anything. `contrastOnly`: for a screen that was already checked in another theme.
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
        // The strict rule (`color-contrast-enhanced`) includes the weaker one.
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

/** Repeats until the page is as high as its content, because a chart may grow with the available height. */
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

/** By how many pixels the page is wider than the screen; it must not scroll sideways. */
export const overflowPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The elements that cause it: the innermost ones that reach beyond the edge, with the beginning of their text. */
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
