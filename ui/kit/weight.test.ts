/**
 * The size that the kit adds to the phone: every component and its styles, minified and brotli-compressed, as one
 * download. The growth chart and the pictures are not included: they are loaded when they are first shown.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('./src', import.meta.url));

const brotliBytes = async (code: string, external: readonly string[]): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.env.DEV': 'false' },
    external: [...external],
  });
  return outputFiles.reduce((sum, file) => sum + brotliCompressSync(file.contents).length, 0);
};

const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const shell = modules.filter(
  (name) =>
    (/\.view\.tsx$/.test(name) ||
      /^(tokens|base)\.css$/.test(name) ||
      /^messages\/(translator|format-day)\.ts$/.test(name)) &&
    !/^(growth-chart|pictures)\//.test(name),
);
const code = (names: readonly string[]): string =>
  names.map((name, index) => `import * as m${index} from './${name}'; console.log(m${index});`).join('\n');
const preact = ['preact', 'preact/*', '@preact/signals'];

it('weighs at most 25 kB without the growth chart and the pictures, Preact not counted', async () => {
  expect(shell.length).toBeGreaterThan(30);
  const bytes = await brotliBytes(code(shell), preact);
  console.log(`kit without chart and pictures: ${(bytes / 1000).toFixed(1)} kB brotli`);
  expect(bytes).toBeLessThanOrEqual(25_000);
});

it('weighs at most 6 kB more with the growth chart, whose tables are fetched one by one', async () => {
  const chart = ['growth-chart/growth-chart.view.tsx', 'growth-chart/mini-growth-chart.view.tsx'];
  const without = await brotliBytes(code(shell), preact);
  const withChart = await brotliBytes(code([...shell, ...chart]), [...preact, './standards/*']);
  console.log(`growth chart, tables apart: ${((withChart - without) / 1000).toFixed(1)} kB brotli`);
  expect(withChart - without).toBeLessThanOrEqual(6000);
});
