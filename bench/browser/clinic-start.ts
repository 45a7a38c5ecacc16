/**
 * Opening the clinic in the morning: from the start of the app to the PIN pad, and from the last digit to a list that
 * responds.
 */
import type { ClinicPhone } from './clinic-phone.ts';
import { heapMb, PIN, SLOWER, tapOn, timedTap } from './clinic-phone.ts';

export type Start = {
  /** From the navigation to the first PIN pad, in ms. */
  readonly padMs: number;
  /** From the last digit to the list on the screen, in ms. */
  readonly listMs: number;
  /** From the last digit until the list has also responded to a tap, in ms. */
  readonly usableMs: number;
  readonly heapMb: number;
};

const BETWEEN_DIGITS_MS = 150;
const GROUP_TITLE = '.today-group__title button';

const openClinic = async ({ page }: ClinicPhone, url: string): Promise<void> => {
  await page.goto(url);
  await page.locator('.k-pin').waitFor();
};

/** Types all digits but the last, as fast as a practised thumb. */
const typeAlmost = async ({ page }: ClinicPhone): Promise<void> => {
  for (const digit of PIN.slice(0, -1)) {
    await tapOn(page, page.locator('.k-pin__key', { hasText: digit }));
    await page.waitForTimeout(BETWEEN_DIGITS_MS);
  }
};

export const startOfDay = async (phone: ClinicPhone, url: string): Promise<Start> => {
  const { page, slowDown } = phone;
  await slowDown(SLOWER);
  await openClinic(phone, url);
  const padMs = (await page.evaluate('probe.firstPadMs')) as number;
  await typeAlmost(phone);
  const last = page.locator('.k-pin__key', { hasText: PIN.slice(-1) });
  const list = await timedTap(page, last, { shown: '.today-group .due' });
  const box = await page.locator(GROUP_TITLE).first().boundingBox();
  if (box === null) throw new Error('the list has no group');
  const tap = await timedTap(page, page.locator(GROUP_TITLE).first(), { changed: GROUP_TITLE });
  await slowDown(1);
  return { padMs, listMs: list.ms, usableMs: list.ms + tap.ms, heapMb: await heapMb(phone) };
};

/** Unlocks the clinic without measuring. */
export const unlockClinic = async (phone: ClinicPhone, url: string): Promise<void> => {
  await openClinic(phone, url);
  await typeAlmost(phone);
  await tapOn(phone.page, phone.page.locator('.k-pin__key', { hasText: PIN.slice(-1) }));
  await phone.page.locator('.today-group .due').first().waitFor();
};
