/**
 * A phone: Chromium with its own profile (IndexedDB, cache, service worker), 360 × 740, touch, French, at nine in the
 * morning of 26 November 2026. The profile is a folder, so that a phone can be killed and started again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, requireChromium } from '../../../tools/chromium.mjs';
import { installClock } from './phone-clock.ts';

export type Phone = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly devtools: CDPSession;
  /** All errors that the pages wrote to their console or did not catch. */
  readonly errors: readonly string[];
  readonly profile: string;
  /** `rate` 6 means six times slower than this machine. */
  readonly slowDown: (rate: number) => Promise<void>;
  /** Sets the phone's clock to this local time (`2026-12-03T09:00`), in all tabs, now and after a reload. */
  readonly setClock: (local: string) => Promise<void>;
  readonly newTab: (url?: string) => Promise<Page>;
  /** Kills the browser at once, as when the battery is removed. The profile stays. */
  readonly kill: () => Promise<void>;
  /** Deletes a profile that the phone created itself, unless it is needed to start the phone again. */
  readonly close: (keep?: 'profile') => Promise<void>;
};

export type PhoneOptions = {
  readonly profile?: string;
  readonly width?: number;
  readonly height?: number;
  readonly flags?: readonly string[];
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
  /** Local time of the phone's clock when it starts. */
  readonly clock?: string;
};

export const START_OF_DAY = '2026-11-26T09:00';

export const startPhone = async (options: PhoneOptions = {}): Promise<Phone> => {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'denba-phone-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: [...chromiumFlags, ...(options.flags ?? [])],
    headless: true,
    viewport: { width: options.width ?? 360, height: options.height ?? 740 },
    deviceScaleFactor: options.scale ?? 2,
    hasTouch: true,
    isMobile: true,
    locale: 'fr-FR',
    // UTC all year, so that a local time of a test is a time of the phone.
    timezoneId: 'Africa/Bamako',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const setClock = await installClock(context, options.clock ?? START_OF_DAY);
  const errors: string[] = [];
  const listen = (tab: Page): void => {
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  };
  const page = context.pages()[0] ?? (await context.newPage());
  listen(page);
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
    setClock,
    newTab: async (url) => {
      const tab = await context.newPage();
      listen(tab);
      if (url !== undefined) await tab.goto(url);
      return tab;
    },
    kill: () => killBrowser(context),
    close: async (keep) => {
      await context.close();
      if (options.profile === undefined && keep === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
};

const killBrowser = async (context: BrowserContext): Promise<void> => {
  const browser = context.browser();
  if (browser === null) throw new Error('this phone has no process to kill');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('this phone does not say which process it is');
  const gone = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
  });
  process.kill(main.id, 'SIGKILL');
  await gone;
};
