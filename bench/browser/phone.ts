/**
 * A cheap phone for benchmarks and for tests that need a whole browser: Chromium with a profile on disk (without one
 * its databases are in memory), a window of 360×740, and the processor slowed down by the DevTools protocol.
 *
 * Only the main thread of the page is slowed down. WebCrypto, IndexedDB's own process and workers run at full speed; a
 * benchmark that depends on them has to say so, or to do the work on the main thread.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, requireChromium } from '../../tools/chromium.mjs';

export type Phone = {
  readonly page: Page;
  /** 1: full speed; 6: six times slower. */
  readonly slowDown: (times: number) => Promise<void>;
  /** Heap size in MB after a garbage collection: objects, buffers and what the browser holds for the page. */
  readonly heapMb: () => Promise<number>;
  readonly quota: (bytes: number) => Promise<void>;
  readonly switchOff: () => Promise<void>;
  /** Kills every process of the browser at once. */
  readonly pullBattery: () => Promise<void>;
};

/** Starts the browser on `profile` (a folder, kept between starts) and opens `url`, a page that sets `globalThis.page`. */
export const switchOn = async (
  profile: string,
  url: string,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<Phone> => {
  const { running, port } = await startChromium(profile);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the browser has no profile open');
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 360, height: 740 });
  const devTools = await context.newCDPSession(page);
  const failures: Error[] = [];
  page.on('pageerror', (error) => failures.push(error));
  await before(page);
  await page.goto(url);
  await page.waitForFunction("'page' in globalThis").catch((error: unknown) => {
    throw failures[0] ?? error;
  });
  return {
    page,
    slowDown: async (rate) => void (await devTools.send('Emulation.setCPUThrottlingRate', { rate })),
    heapMb: async () => {
      await devTools.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devTools.send('Runtime.getHeapUsage');
      return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
    },
    quota: async (quotaSize) => {
      await devTools.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize });
    },
    switchOff: async () => {
      const closed = ended(running);
      await (await browser.newBrowserCDPSession()).send('Browser.close');
      await closed;
    },
    pullBattery: async () => {
      const closed = ended(running);
      if (running.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
      await closed;
    },
  };
};

const startChromium = async (profile: string): Promise<{ readonly running: ChildProcess; readonly port: number }> => {
  mkdirSync(profile, { recursive: true });
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--window-size=360,740'];
  // The browser is a process group of its own, so that all its processes can be killed together.
  const running = spawn(requireChromium(), [...chromiumFlags, ...flags, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  for (let turn = 0; turn < 600; turn += 1) {
    const port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return { running, port };
    if (running.exitCode !== null) throw new Error(`Chromium ended with ${running.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium does not start');
};

const ended = (running: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (running.exitCode !== null || running.signalCode !== null) resolve();
    else running.once('exit', () => resolve());
  });

export type Site = { readonly url: string; readonly close: () => void };

/** Serves files (path to content) on this machine, and `/<name>.html`, a page that runs `/<name>.js`. */
export const serve = async (files: ReadonlyMap<string, string | Uint8Array>): Promise<Site> => {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = files.get(path);
    const page = /^\/(\w+)\.html$/.exec(path)?.[1];
    if (file !== undefined) {
      response.setHeader('content-type', /\.[jt]s$/.test(path) ? 'text/javascript' : 'application/octet-stream');
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

/** Bundles a browser script into one file. `alias`: by package, the file that replaces it in a browser. */
export const bundled = async (entry: string, alias: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { global: 'globalThis' },
    alias,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};
