import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { shippedProtocol } from './apps/clinic/test/shipped-protocol.ts';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, findChromium } from './tools/chromium.mjs';
import LongestFirst from './tools/longest-first.ts';

/** Tests run in an unusual time zone (UTC−2:30 in summer), so that a use of the local clock is noticed. */
process.env['TZ'] = 'America/St_Johns';

/** The JSX settings with which the apps are built. */
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
          // Tests share nothing but what they import, so a worker keeps its modules from file to file, which is twice
          // as fast.
          pool: 'threads',
          isolate: false,
          maxWorkers: '100%',
          // Long enough for any machine: the limit is only for tests that hang and says nothing about speed.
          testTimeout: 180_000,
        },
      },
      {
        esbuild,
        test: {
          name: 'server',
          include: ['{sync,apps}/**/*.server.test.ts'],
          // One real PostgreSQL for all files; each file has a database of its own in it.
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
          // Each file starts real programs and browsers of its own: two files at a time, so that none waits long for
          // another.
          maxWorkers: 2,
          // When a browser starts slowly on a busy machine, its test is repeated once; the report says so.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        esbuild,
        plugins: [shippedProtocol()],
        // Vite would find these on the first run anyway; they are named so that it does not reload the page during a
        // test.
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
