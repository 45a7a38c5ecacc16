/**
 * A cheap phone for benchmarks: Chromium with a profile on the disk (without one its databases live in memory), a window
 * of 360×740, and the processor slowed down by the DevTools protocol.
 *
 * What that slows down is the main thread of the page. WebCrypto, IndexedDB's own process and workers run at full
 * speed; a benchmark that leans on them has to say so, or to do the work on the main thread.
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, requireChromium } from '../../tools/chromium.mjs';

export type Phone = {
  readonly page: Page;
  /** 1: full speed; 6: six times slower. */
  readonly slowDown: (times: number) => Promise<void>;
  /** After a collection of garbage: objects, buffers and what the browser holds for the page, in MB. */
  readonly heapMb: () => Promise<number>;
  readonly switchOff: () => Promise<void>;
};

/** Starts the browser on `profile` (a folder, kept between starts) and opens `url`. */
export const switchOn = async (profile: string, url: string): Promise<Phone> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: [...chromiumFlags],
    viewport: { width: 360, height: 740 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  await page.waitForFunction("'page' in globalThis");
  const devTools = await context.newCDPSession(page);
  return {
    page,
    slowDown: async (rate) => void (await devTools.send('Emulation.setCPUThrottlingRate', { rate })),
    heapMb: async () => {
      await devTools.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devTools.send('Runtime.getHeapUsage');
      return (usedSize + embedderHeapUsedSize + backingStorageSize) / 2 ** 20;
    },
    switchOff: () => context.close(),
  };
};

export type Site = { readonly url: string; readonly close: () => void };

/** Serves files (path to content) on this machine, and `/<name>.html`, a page that runs `/<name>.js`. */
export const serve = async (files: ReadonlyMap<string, string | Uint8Array>): Promise<Site> => {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = files.get(path);
    const page = /^\/(\w+)\.html$/.exec(path)?.[1];
    if (file !== undefined) {
      response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
      response.end(file);
    } else if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>${page}</title><script type="module" src="/${page}.js"></script>`);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://localhost:${address.port}`, close: () => server.close() };
};

/** A browser script as one file. */
export const bundled = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { global: 'globalThis' },
    alias: { events: fileURLToPath(new URL('browser/events.js', import.meta.url)) },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};
