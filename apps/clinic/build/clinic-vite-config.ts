/** The Vite configuration of the clinic, the same for `npm start`, the journeys and the benchmarks. */
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { demonstrationPlugin } from './demonstration-plugin.ts';
import { protocolPlugin } from './protocol-plugin.ts';
import { serviceWorkerPlugin } from './service-worker-plugin.ts';

export const clinicRoot = fileURLToPath(new URL('..', import.meta.url));

export const clinicViteConfig = (outDir: string, version: string): InlineConfig => ({
  configFile: false,
  root: clinicRoot,
  // A relative base, so that the app runs at `/`, at `/clinic` and from a folder.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(version) },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The protocol is one large file, loaded while the PIN is typed; `npm run bench -- clinic` measures its size.
    chunkSizeWarningLimit: 2_000,
  },
  plugins: [protocolPlugin(), demonstrationPlugin(), serviceWorkerPlugin()],
});
