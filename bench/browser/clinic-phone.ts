/** A cheap phone with the clinic on it: how the benchmark opens it, taps on it, and measures its memory. */
import type { Locator, Page } from 'playwright-core';
import type { Route } from '../../apps/clinic/src/shell/route.ts';
import { type Phone, startPhone } from '../../apps/clinic/test/phone.ts';
import { createRobot, type Robot } from '../../apps/clinic/test/robot.ts';
import { spokenWords } from '../../apps/clinic/test/spoken-words.ts';
import { type Answered, type Awaited, answerTo, installProbe } from './clinic-probe.ts';
import { protocol } from './clinic-stories.ts';

export const PIN = '246810';
export const SLOWER = 6;

export type ClinicPhone = Phone & { readonly robot: Robot };

/** Starts a phone on this profile, with the probe installed. */
export const takeClinicPhone = async (profile: string): Promise<ClinicPhone> => {
  const phone = await startPhone({ profile });
  await installProbe(phone.page);
  phone.context.setDefaultTimeout(120_000);
  return {
    ...phone,
    robot: createRobot(phone.page, spokenWords('fr', protocol), (target) => tapOn(phone.page, target)),
  };
};

/** The middle of an element, after scrolling it into view. */
const middleOf = async (target: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  await target.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to tap');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/**
 * Taps by coordinates. A tap by the test tool's own means leaves listeners for touches on the page, for which the browser
 * waits before each click from then on: they would be measured with every later answer.
 */
export const tapOn = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  const { x, y } = await middleOf(target);
  await page.touchscreen.tap(x, y);
};

export const timedTap = async (page: Page, target: Locator, awaited: Awaited = {}): Promise<Answered> => {
  const { x, y } = await middleOf(target);
  await quiet(page);
  return answerTo(page, ['click'], awaited, () => page.touchscreen.tap(x, y));
};

export const timedKey = async (page: Page, key: string, awaited: Awaited = {}): Promise<Answered> => {
  await quiet(page);
  return answerTo(page, ['keydown', 'input'], awaited, () => page.keyboard.press(key));
};

/** Waits until the page is idle, so that nothing from before is still running. */
const quiet = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestIdleCallback(() => done(null), { timeout: 1000 }))');

export const megabytes = (bytes: number): number => bytes / 2 ** 20;

/** Heap size in MB after a garbage collection: objects, buffers, and what the browser holds for the page. */
export const heapMb = async ({ devtools }: Phone): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  return megabytes(usedSize + embedderHeapUsedSize + backingStorageSize);
};

/** Opens a screen directly, through the state in the browser's history that the app itself reads. */
export const goTo = async (page: Page, route: Route): Promise<void> => {
  const place = JSON.stringify({ route, depth: 1 });
  await page.evaluate(`history.pushState(${place}, '', '#/${route.name}');
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));`);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar], [aria-busy=true]') === null);
};
