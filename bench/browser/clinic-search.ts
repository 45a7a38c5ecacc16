/** Searches for a family by name, key by key, and opens the family that was found. */

import type { LongFamily } from './clinic-entries.ts';
import { type ClinicPhone, goTo, SLOWER, timedKey, timedTap } from './clinic-phone.ts';
import type { Answered } from './clinic-probe.ts';

/** Beginnings of names, some misspelt, some followed by the beginning of a surname. */
export const typedNames = [
  'fatoum',
  'kadiatou dj',
  'aminata traore',
  'oumu kulibaly',
  'bintou',
  'mariame',
  'rokia s',
  'awa',
];

const field = '.k-search__input';

export const openSearch = async ({ page }: ClinicPhone): Promise<void> => {
  await goTo(page, { name: 'search' });
  await page.waitForFunction(() => document.querySelector('.search [role=progressbar]') === null);
};

export const searchByKeys = async (phone: ClinicPhone, texts: readonly string[]): Promise<readonly Answered[]> => {
  const { page, slowDown } = phone;
  const answers: Answered[] = [];
  for (const text of texts) {
    await slowDown(1);
    await page.locator(field).fill('');
    await slowDown(SLOWER);
    for (const key of text) answers.push(await timedKey(page, key === ' ' ? 'Space' : key));
  }
  await slowDown(1);
  return answers;
};

/** Measures from the tap on « Mon mois » to its figures, which count all families of the phone. */
export const openMonth = async ({ page, slowDown }: ClinicPhone): Promise<Answered> => {
  // Opens the screen once before, so that its code is loaded: a phone fetches the next screens ahead.
  await goTo(page, { name: 'month' });
  await goTo(page, { name: 'register' });
  const way = page.locator('button:has-text("Mon mois"), a:has-text("Mon mois")').first();
  await way.waitFor();
  await slowDown(SLOWER);
  const opened = await timedTap(page, way, { shown: '.month__figure strong' });
  await slowDown(1);
  return opened;
};

/** Measures from the tap on a result to the family's page with its history. */
export const openFamily = async (phone: ClinicPhone, { phone: number }: LongFamily): Promise<Answered> => {
  const { page, slowDown } = phone;
  await goTo(page, { name: 'search' });
  await page.locator(field).fill(number);
  const hit = page.locator('.search .k-row--press').first();
  await hit.waitFor();
  await slowDown(SLOWER);
  const opened = await timedTap(page, hit, { shown: '.history__line' });
  await slowDown(1);
  return opened;
};
