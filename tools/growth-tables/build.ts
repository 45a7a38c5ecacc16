/**
 * Writes the compact growth tables of the project from the published files, and says what they weigh.
 *
 *     npm run tables -- FOLDER      (FOLDER holds who/, who-velocity/ and intergrowth/)
 *
 * Generated tables are never edited: change this script, or the figures it reads, and run it again.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildNewbornTable, newbornMeasures } from './newborn-tables.ts';
import { buildVelocityTable, velocityMeasures } from './velocity-tables.ts';
import { buildWhoTable, whoTables } from './who-tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'clinical/growth/src/tables');

/** WHO 0–5 years as the phone needs it; the target is 60 kB compressed. */
const phone = ['weight-for-age', 'length-for-age', 'weight-for-length', 'weight-for-height'].concat(
  ['head-circumference-for-age', 'muac-for-age'], // the other two measures of a visit
);

const made =
  'npm run tables (tools/growth-tables/build.ts): a figure is its integer divided by the scale; integers are differences taken `order` times; zeros at the end are left out. Do not edit.';

const main = (folder: string): void => {
  if (!existsSync(join(folder, 'who'))) {
    console.error(`No published tables in ${folder}: it has no folder "who".`);
    console.error('Name the folder that holds who/, who-velocity/ and intergrowth/:  npm run tables -- FOLDER');
    process.exitCode = 1;
    return;
  }
  const tables = [
    ...whoTables.map((table) => buildWhoTable(folder, table)),
    ...velocityMeasures.map((measure) => buildVelocityTable(folder, measure)),
    ...newbornMeasures.map((measure) => buildNewbornTable(folder, measure)),
  ];
  mkdirSync(target, { recursive: true });
  const texts = new Map(tables.map((table) => [table.index, `${write({ ...table, made })}\n`]));
  console.log(`${'table'.padEnd(30)}${'raw'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}`);
  for (const [index, text] of texts) {
    writeFileSync(join(target, `${index}.json`), text);
    console.log(weigh(index, [text]));
  }
  console.log(
    weigh(
      'WHO 0–5 y on the phone',
      phone.map((index) => texts.get(index) ?? ''),
    ),
  );
  console.log(weigh('all', [...texts.values()]));
};

/** JSON with one line for each column, so that a changed figure is a changed line. */
const write = (value: unknown, indent = ''): string => {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'values' in value) {
    const list = Array.isArray(value) && value.some((item) => typeof item === 'object');
    return list ? `[\n${value.map((item) => `${indent} ${write(item, `${indent} `)}`).join(',\n')}\n${indent}]` : flat;
  }
  const lines = Object.entries(value).map(([key, item]) => `${indent} "${key}": ${write(item, `${indent} `)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
};

const weigh = (name: string, texts: readonly string[]): string => {
  const sum = (size: (text: string) => number) => texts.reduce((total, text) => total + size(text), 0);
  const sizes = [
    (text: string) => Buffer.byteLength(text),
    (text: string) => gzipSync(text, { level: 9 }).length,
  ].concat((text) => brotliCompressSync(text).length);
  return name.padEnd(30) + sizes.map((size) => String(sum(size)).padStart(9)).join('');
};

main(resolve(process.argv[2] ?? join(root, '../shared/data/growth-standards')));
