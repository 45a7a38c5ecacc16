/**
 * Runs every `bench/*.bench.ts` and prints its figures; `--write` also records them in docs/benchmarks.md between the
 * two markers, with the machine and the date. Benchmarks measure; they never pass or fail.
 *
 * Each benchmark is bundled first, like the code that runs on a phone or a server: the development loader wraps every
 * function that is created at run time, and this would be measured too. Each runs in its own process, so that none
 * warms up another.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { whereTheSourceWas } from '../apps/server/build/where-the-source-was.ts';
import type { BenchFigure } from './bench-figure.ts';

const START = '<!-- figures: written by `npm run bench -- --write` -->';
const END = '<!-- end of figures -->';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const files = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort();

const shown = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : String(Number(value.toPrecision(3)));

const sections: string[] = [];
for (const file of files) {
  const { name, figures } = await measured(file);
  console.log(`\n${name}`);
  const rows = [];
  for (const figure of figures) {
    console.log(`  ${figure.what}: ${shown(figure.value)} ${figure.unit}${figure.note ? ` (${figure.note})` : ''}`);
    rows.push(`| ${figure.what} | ${shown(figure.value)} ${figure.unit} | ${figure.note ?? ''} |`);
  }
  sections.push(`### ${name}\n\n| what | figure | note |\n|---|---|---|\n${rows.join('\n')}`);
}

if (process.argv.includes('--write')) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
  const text = readFileSync(page, 'utf8');
  const [before, rest = ''] = text.split(START);
  const [old = '', after = '\n'] = rest.split(END);
  const today = `Machine: ${machine}. Date: ${new Date().toISOString().slice(0, 10)}.`;
  // Sections that did not run this time are kept, with the machine and the day on which they were measured.
  const titleOf = (section: string): string => section.split('\n', 1)[0] ?? '';
  const ran = new Set(sections.map(titleOf));
  const headOf = old.split('\n### ')[0]?.trim() ?? '';
  const kept = old
    .split('\n### ')
    .slice(1)
    .map((section) => `### ${section.trim()}`)
    .filter((section) => !ran.has(titleOf(section)))
    .map((section) => (section.includes('\nMachine: ') ? section : section.replace('\n', `\n\n${headOf}\n`)));
  const all = [...kept, ...sections.map((section) => section.replace('\n', `\n\n${today}\n`))];
  writeFileSync(page, `${before}${START}\n\n${all.join('\n\n')}\n\n${END}${after}`);
  console.log(`\nwritten to docs/benchmarks.md`);
}

/** Runs one benchmark, bundled, in a process of its own, and returns its figures. */
async function measured(file: string): Promise<{ readonly name: string; readonly figures: readonly BenchFigure[] }> {
  const folder = `${here}.bundles/`;
  mkdirSync(folder, { recursive: true });
  const bundle = `${here}${file.replace(/\.ts$/, '.bundle.mjs')}`;
  const result = `${folder}${file}.json`;
  await build({
    entryPoints: [`${here}${file}`],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external: ['esbuild', 'playwright-core'],
    plugins: [whereTheSourceWas],
    banner: {
      js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
    },
  });
  try {
    const script = `const { bench } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
      const figures = await bench.run();
      (await import('node:fs')).writeFileSync(${JSON.stringify(result)}, JSON.stringify({ name: bench.name, figures }));`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'inherit', 'inherit'] });
    return JSON.parse(readFileSync(result, 'utf8')) as { readonly name: string; readonly figures: BenchFigure[] };
  } finally {
    rmSync(bundle, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
