/**
 * Generates the service worker, which caches all built files at the first visit: from then on the app opens without
 * network. A new version waits until the user agrees (`src/shell/phone/app-update.ts`), so that no form is lost.
 */

import { build } from 'esbuild';
import type { Plugin, ResolvedConfig } from 'vite';
import { generateSW } from 'workbox-build';

const LARGEST_FILE_BYTES = 4_000_000;

export const serviceWorkerPlugin = (): Plugin => {
  let config: ResolvedConfig | undefined;
  return {
    name: 'denba-service-worker',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        if (config === undefined) return;
        const folder = `${config.root}/${config.build.outDir}`.replaceAll('//', '/');
        const dist = config.build.outDir.startsWith('/') ? config.build.outDir : folder;
        // The part of the service worker that does more than caching: it posts letters.
        await build({
          entryPoints: [`${config.root}/src/letters-worker.ts`],
          outfile: `${dist}/letters-worker.js`,
          bundle: true,
          format: 'iife',
          target: 'es2022',
          minify: true,
          legalComments: 'none',
          logLevel: 'error',
        });
        const { warnings, count, size } = await generateSW({
          globDirectory: dist,
          globPatterns: ['**/*.{html,js,css,json,svg,png,webmanifest}'],
          importScripts: ['letters-worker.js'],
          swDest: `${dist}/sw.js`,
          navigateFallback: 'index.html',
          cleanupOutdatedCaches: true,
          clientsClaim: true,
          skipWaiting: false,
          inlineWorkboxRuntime: true,
          sourcemap: false,
          maximumFileSizeToCacheInBytes: LARGEST_FILE_BYTES,
          // The names of built files already contain a hash.
          dontCacheBustURLsMatching: /assets\//,
        });
        if (warnings.length > 0) throw new Error(`The service worker leaves something out: ${warnings.join('; ')}`);
        config.logger.info(`service worker: ${count} files, ${(size / 1024).toFixed(0)} kB for use without network`);
      },
    },
  };
};
