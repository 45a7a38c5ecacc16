/**
 * The browser itself reports a full disk. Chromium remembers for half a minute how much room a site has, so the quota
 * is set in a browser that has not checked yet.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { bundled, serve } from '../../../bench/browser/phone.ts';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, requireChromium } from '../../../tools/chromium.mjs';

it('a save that finds no room says "full" and leaves nothing half-written', async () => {
  const script = await bundled(fileURLToPath(new URL('kill-page.ts', import.meta.url)));
  const site = await serve(new Map([['/kill.js', script]]));
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [...chromiumFlags] });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await page.goto(`${site.url}/kill.html`);
    await page.waitForFunction("'page' in globalThis");
    await devTools.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 6_000_000 });
    const result = await page.evaluate('page.saveTooMuch()');
    expect(result).toEqual({ saved: 'full', before: 1, after: 1, next: 2, stored: 2 });
  } finally {
    await browser.close();
    site.close();
  }
}, 60_000);
