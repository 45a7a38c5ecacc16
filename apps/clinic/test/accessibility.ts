/** What axe finds wrong with the screen as it is now, one line each: nothing is expected. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] };
type Axe = {
  readonly run: (root: Document, options: object) => Promise<{ readonly violations: readonly Violation[] }>;
};

export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      html: nodes.map((node) => node.html).join(' | '),
    }));
  });
  return violations.map(({ id, help, html }) => `${id}: ${help} – ${html.slice(0, 300)}`);
};

/** How many pixels the page is wider than the screen: nothing may be scrolled sideways. */
export const overflowPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
