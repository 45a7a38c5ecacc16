/**
 * What a phone must fetch before it shows the PIN pad, and then « Aujourd'hui », from the manifest of a build that is
 * made for this: the entry with all its imports, its styles, the French words, and the worker that derives the key from
 * a PIN. The protocol is a figure of its own; the growth tables are weighed alone and subtracted from the part that
 * contains them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { clinicViteConfig } from '../../apps/clinic/build/clinic-vite-config.ts';
import type { BenchFigure } from '../bench-figure.ts';

const LINE_BITS_PER_S = 400_000;
const FRENCH = 'src/messages/french.ts';
const PROTOCOL = 'virtual:denba-protocol';
const KEY_WORKER = /stretch-worker/;
const PICTURES_OF_THE_PAD = /shell-pictures/;
const GROWTH_TABLES = /clinical\/growth\/src\/tables\//;

type Part = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};
type Manifest = Readonly<Record<string, Part>>;

const compressed = (bytes: Uint8Array | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** Collects the code of the growth tables from the built chunks. */
const tablesIn = (into: string[]): Plugin => ({
  name: 'denba-weigh-tables',
  generateBundle: (_options, bundle) => {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      for (const [id, { code }] of Object.entries(part.modules)) {
        if (GROWTH_TABLES.test(id) && code !== null) into.push(code);
      }
    }
  },
});

/** The files of a chunk with everything that it imports statically. */
const withImports = (manifest: Manifest, key: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
  const part = manifest[key];
  if (part === undefined) throw new Error(`the build has no part ${key}`);
  for (const file of [part.file, ...(part.css ?? [])]) seen.add(file);
  for (const name of part.imports ?? []) if (!seen.has(manifest[name]?.file ?? '')) withImports(manifest, name, seen);
  return seen;
};

const weigh = async (folder: string): Promise<readonly BenchFigure[]> => {
  const tables: string[] = [];
  const config = clinicViteConfig(folder, 'weighed');
  await build({
    ...config,
    logLevel: 'error',
    plugins: [config.plugins, tablesIn(tables)],
    build: { ...config.build, manifest: true },
  });
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true) ?? '';
  const protocol = Object.keys(manifest).find((key) => key.includes(PROTOCOL)) ?? '';
  const assets = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
  const others = assets.filter((name) => KEY_WORKER.test(name) || PICTURES_OF_THE_PAD.test(name));
  const shell = new Set([...withImports(manifest, entry), ...withImports(manifest, FRENCH), ...others]);
  const protocolFiles = [...withImports(manifest, protocol)].filter((file) => !shell.has(file));
  const of = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + compressed(readFileSync(join(folder, file))), 0);
  const tableBytes = tables.length === 0 ? 0 : compressed(tables.join('\n'));
  const shellBytes = of(shell);
  const protocolBytes = of(protocolFiles);
  const page = of(['index.html']);
  const everything = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => statSync(join(folder, path)).isFile() && !path.startsWith('.vite'),
  );
  const all = of(everything);
  const seconds = (bytes: number): number => (bytes * 8) / LINE_BITS_PER_S;
  return [
    {
      what: 'JS and CSS to the interactive shell',
      value: (shellBytes - tableBytes) / 1000,
      unit: 'kB',
      note: `target 150; ${shell.size} files, brotli 11; French words, the worker for the PIN and « Aujourd'hui » among them`,
    },
    {
      what: 'protocol and growth tables',
      value: (protocolBytes + tableBytes) / 1000,
      unit: 'kB',
      note: `target 150; tables ${Math.round(tableBytes / 1000)} kB`,
    },
    {
      what: 'everything that is kept for use without network',
      value: all / 1000,
      unit: 'kB',
      note: `${everything.length} files`,
    },
    {
      what: 'first visit on a line of 400 kbit/s, to the shell',
      value: seconds(page + shellBytes + protocolBytes),
      unit: 's',
      note: 'protocol included; round trips not counted',
    },
    {
      what: 'the same, until all is kept',
      value: seconds(all),
      unit: 's',
      note: 'in the background',
    },
  ];
};

const folder = mkdtempSync(join(tmpdir(), 'denba-weigh-'));
try {
  const figures = await weigh(folder);
  const [, , result] = process.argv;
  if (result === undefined) console.log(figures);
  else writeFileSync(result, JSON.stringify(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
