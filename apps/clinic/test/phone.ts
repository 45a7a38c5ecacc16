/**
 * A phone: Chromium with a profile of its own (its own IndexedDB, cache and service worker), 360 × 740, touch, French.
 * Its profile lies in a folder, so that it can be killed and started again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { chromiumFlags, requireChromium } from '../../../tools/chromium.mjs.mts';

export type Phone = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly devtools: CDPSession;
  /** Everything the page wrote to its console as an error, and every error it did not catch. */
  readonly errors: readonly string[];
  readonly profile: string;
  readonly slowDown: (times: number) => Promise<void>;
  readonly newTab: (url: string) => Promise<Page>;
  /** The process ends at once, as when the battery is pulled out. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type PhoneOptions = {
  readonly profile?: string;
  readonly width?: number;
  readonly height?: number;
  readonly flags?: readonly string[];
};

export const startPhone = async (options: PhoneOptions = {}): Promise<Phone> => {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'denba-phone-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: [...chromiumFlags, ...(options.flags ?? [])],
    headless: true,
    viewport: { width: options.width ?? 360, height: options.height ?? 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'fr-FR',
    timezoneId: 'Africa/Bamako',
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  const listen = (tab: Page): void => {
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  };
  listen(page);
  page.setDefaultTimeout(15_000);
  const devtools = await context.newCDPSession(page);
  return {
    page,
    context,
    devtools,
    errors,
    profile,
    slowDown: async (rate) => {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    },
    newTab: async (url) => {
      const tab = await context.newPage();
      listen(tab);
      tab.setDefaultTimeout(15_000);
      await tab.goto(url);
      return tab;
    },
    kill: async () => {
      const browser = context.browser();
      await devtools.send('Browser.crash' as never).catch(() => undefined);
      await context.close().catch(() => undefined);
      await browser?.close().catch(() => undefined);
    },
    close: async () => {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
};
