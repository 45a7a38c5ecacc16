/** The pictures of the portal on the smallest phone: their letters are large enough to read, and none is cut off. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { JOURNEY_MS, takePhone } from '../../../clinic/test/journey.ts';
import { isShort, longJourney } from '../../../clinic/test/long-journey.ts';
import { type PortalDenba, portalDenba } from '../figures/portal-denba.ts';
import { signInToPortal } from '../figures/sign-in-to-portal.ts';

let denba: PortalDenba;
beforeAll(async () => {
  if (isShort) return;
  denba = await portalDenba();
  return () => denba.end();
});

const YEAR = 'period=2026';
const LEAST_PX = 11;

/** Texts that are too small, leave the screen or overlap, with what is wrong. */
const unreadable = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const problems: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('svg.picture')) {
      const kind = svg.getAttribute('class');
      svg.scrollIntoView({ block: 'center' });
      const frame = svg.getBoundingClientRect();
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }));
      boxes.forEach(({ text, box }, at) => {
        const px = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        const words = `${kind}: ${text.textContent?.trim()}`;
        if (px < least) problems.push(`${words} has ${px.toFixed(1)} px`);
        if (box.left < frame.left - 2 || box.right > frame.right + 8) problems.push(`${words} leaves its picture`);
        const [over] = document.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (over?.matches('path.stream')) problems.push(`${words} lies under the picture`);
        if (box.left < 0 || box.right > window.innerWidth) problems.push(`${words} leaves the screen`);
        for (const other of boxes.slice(at + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (wide > 1 && high > 3) problems.push(`${words} lies over ${other.text.textContent?.trim()}`);
        }
      });
    }
    return problems;
  }, LEAST_PX);

longJourney(
  'the words in the pictures can be read at 320 px',
  async () => {
    const { page } = await takePhone({ width: 320, height: 720 });
    await signInToPortal(page, denba, 'district');
    const problems: string[] = [];
    for (const path of [
      ...['siby', 'kati/cohort', 'kati/cohort?by=reason', 'kati/cohort?by=age', 'kati/cohort?by=sex', 'kati/growth'],
      ...['10', '04', '05', '01'].map((code) => `kati/indicators/MAMI.IND.${code}`),
    ]) {
      await page.goto(`${denba.root}/portal/places/${path}${path.includes('?') ? '&' : '?'}${YEAR}`);
      expect(await page.locator('svg.picture').count(), path).toBeGreaterThan(0);
      problems.push(...(await unreadable(page)).map((problem) => `${path} ${problem}`));
      expect(await overflowPx(page), path).toBe(0);
    }
    expect(problems).toEqual([]);
  },
  JOURNEY_MS,
);

longJourney(
  'the curve of time to exit is chosen by keyboard, and breaks no rule of access',
  async () => {
    const { page } = await takePhone({ width: 320, height: 720 });
    await signInToPortal(page, denba, 'district');
    await page.goto(`${denba.root}/portal/places/kati/cohort?${YEAR}`);
    const bySex = page.getByRole('link', { name: 'Sexe', exact: true });
    await bySex.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/by=sex#curve/);
    expect(await page.locator('svg.groups polyline').count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('svg.groups').isVisible()).toBe(true);
    expect(await bySex.isVisible()).toBe(false);
  },
  JOURNEY_MS,
);
