import type { Page } from 'playwright-core';
import { PASSWORD } from '../test-people.ts';
import type { PortalDenba } from './portal-denba.ts';

/** Signs in as one of its people, and waits for the first page of a place. */
export const signInToPortal = async (page: Page, { root }: PortalDenba, name: string): Promise<void> => {
  await page.goto(`${root}/portal`);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('main form button').click();
  await page.waitForURL(/\/portal\/places\//);
};
