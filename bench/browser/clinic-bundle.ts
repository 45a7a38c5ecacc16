/** Bundles a page of the benchmark into one file. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `page`: the name of its file in this folder. */
export const pageBundle = async (page: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(page, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { global: 'globalThis' },
    alias: { events: fileURLToPath(new URL('events.js', import.meta.url)) },
    // The module through which the app loads its protocol; no page of the benchmark uses it.
    external: ['virtual:denba-protocol'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};
