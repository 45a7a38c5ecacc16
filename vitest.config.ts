import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { shippedProtocol } from './apps/clinic/test/shipped-protocol.ts';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, findChromium } from './tools/chromium.mjs';
import LongestFirst from './tools/longest-first.ts';

/** Tests run in an awkward zone (UTC−2:30 in summer) so that a leaked local clock shows. */
process.env['TZ'] = 'America/St_Johns';

/** JSX as the apps are built with. */
const esbuild = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

export default defineConfig({
  test: {
    reporters: ['default', './tools/plain-count-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        esbuild,
        test: {
          name: 'node',
          include: ['{clinical,sync,ui,apps,testing,tools}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.browser.test.{ts,tsx}', '**/*.{journey,server}.test.ts'],
          // Tests share nothing but what they import, so a worker keeps its modules from file to file: twice as fast.
          pool: 'threads',
          isolate: false,
          maxWorkers: '100%',
          // Long enough for any machine: a limit is for what hangs, and says nothing about speed.
          testTimeout: 180_000,
        },
      },
      {
        esbuild,
        test: {
          name: 'server',
          include: ['{sync,apps}/**/*.server.test.ts'],
          // One real PostgreSQL for all files; each has a database of its own in it.
          globalSetup: ['apps/server/test/start-postgres.ts'],
          pool: 'threads',
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        esbuild,
        test: {
          name: 'journeys',
          include: ['{sync,apps,testing,tools}/**/*.journey.test.ts'],
          // Each has real programs and browsers of its own: two at a time, so that none waits long for another.
          maxWorkers: 2,
          // A browser that starts slowly on a busy machine is given a second chance; the report says so.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        esbuild,
        plugins: [shippedProtocol()],
        // Found on the first run in any case; named so that Vite does not reload the page in the middle of it.
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            'idb',
            'hash-wasm',
            'axe-core',
            'qr',
            'qr/decode.js',
            'valibot',
            'fast-check',
            'hpke',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
          ],
        },
        test: {
          name: 'browser',
          include: ['{sync,ui,apps}/**/*.browser.test.{ts,tsx}'],
          testTimeout: 60_000,
          maxWorkers: 2,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? 'chromium', args: [...chromiumFlags] },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 360, height: 740 } }],
          },
        },
      },
    ],
  },
});
