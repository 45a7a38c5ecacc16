/** A page of the benchmark as one file. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `page`: its name in this folder. */
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
    // The app's own road to its protocol, which no page here takes.
    external: ['virtual:denba-protocol'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};
