/**
 * Runs every `bench/*.bench.ts` and prints its figures; `--write` also records them in docs/benchmarks.md between the
 * two marks, with the machine and the date. Benchmarks measure; they never pass or fail.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench-figure.ts';

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
  const { bench } = (await import(`./${file}`)) as { readonly bench: Bench };
  console.log(`\n${bench.name}`);
  const rows = [];
  for (const figure of await bench.run()) {
    console.log(`  ${figure.what}: ${shown(figure.value)} ${figure.unit}${figure.note ? ` (${figure.note})` : ''}`);
    rows.push(`| ${figure.what} | ${shown(figure.value)} ${figure.unit} | ${figure.note ?? ''} |`);
  }
  sections.push(`### ${bench.name}\n\n| what | figure | note |\n|---|---|---|\n${rows.join('\n')}`);
}

if (process.argv.includes('--write')) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
  const text = readFileSync(page, 'utf8');
  const [before, rest = ''] = text.split(START);
  const after = rest.split(END)[1] ?? '\n';
  const figures = [`Machine: ${machine}. Date: ${new Date().toISOString().slice(0, 10)}.`, ...sections].join('\n\n');
  writeFileSync(page, `${before}${START}\n\n${figures}\n\n${END}${after}`);
  console.log(`\nwritten to docs/benchmarks.md`);
}
