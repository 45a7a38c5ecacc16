import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The download size in bytes, minified and brotli-compressed file by file. */
const weigh = async (entry: string): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: 'unwritten',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['preact'],
    logLevel: 'silent',
  });
  return outputFiles.reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0);
};

it('weighs at most 45 kB in all, and 6 kB for what the first screens show', async () => {
  expect(await weigh('picture.view.tsx')).toBeLessThan(45_000);
  expect(await weigh('shell-pictures.ts')).toBeLessThan(6_000);
});
