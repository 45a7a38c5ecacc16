/**
 * The shipped tables are compared with the published files, value by value and by checksum. The files are not part of
 * the project: without them this test says so and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeLmsTable } from '@denba/growth/lms-table';
import { decodeNewbornTable } from '@denba/growth/newborn-table';
import { decodeVelocityTable } from '@denba/growth/velocity-table';
import { gainAtZ } from '@denba/growth/who/velocity';
import { describe, expect, it } from 'vitest';
import { buildNewbornTable, newbornMeasures } from './newborn-tables.ts';
import { cell, readPublishedFile } from './published-file.ts';
import { buildVelocityTable, velocityMeasures } from './velocity-tables.ts';
import { buildWhoTable, whoTables } from './who-tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const published = join(root, '../shared/data/growth-standards');
const present = existsSync(published);
if (!present)
  console.log(`skipped: no published growth tables in ${published} (the shipped ones are tested elsewhere)`);

const shipped = (index: string) => {
  const { made, ...table } = JSON.parse(readFileSync(join(root, `clinical/growth/src/tables/${index}.json`), 'utf8'));
  expect(made).toContain('npm run tables');
  return table;
};

describe.runIf(present)('the shipped growth tables', () => {
  it.each(whoTables)('are what the published file gives today, checksum included: $index', (table) => {
    expect(shipped(table.index)).toEqual(buildWhoTable(published, table));
  });

  it.each(velocityMeasures)('are what the published sheets give today: velocity of %s', (measure) => {
    expect(shipped(`${measure}-velocity`)).toEqual(buildVelocityTable(published, measure));
  });

  it.each(newbornMeasures)('are what the published coefficients give today: newborn %s', (measure) => {
    expect(shipped(`newborn-${measure}`)).toEqual(buildNewbornTable(published, measure));
  });

  it.each(whoTables)('decode to every published L, M and S: $index', ({ index, file, key }) => {
    const table = decodeLmsTable(shipped(index));
    const { rows } = readPublishedFile(join(published, 'who', file), '\t');
    const wrong = rows.filter((row) => {
      const { from, l, m, s } = table[cell(row, 'sex') === '1' ? 'M' : 'F'];
      const at = (key === 'age' ? Number(cell(row, key)) : Math.round(Number(cell(row, key)) * 10)) - from;
      return l[at] !== Number(row['l']) || m[at] !== Number(row['m']) || s[at] !== Number(row['s']);
    });
    expect(wrong).toEqual([]);
    expect(table.M.m.length + table.F.m.length).toBe(rows.length);
  });

  it.each(newbornMeasures)('decode to every published coefficient: newborn %s', (measure) => {
    const compact = shipped(`newborn-${measure}`);
    const table = decodeNewbornTable(compact);
    const file = Object.keys(compact.files)[0] ?? '';
    const { rows } = readPublishedFile(join(published, 'intergrowth', file), ',');
    const wrong = rows.filter((row) => {
      const side = table[cell(row, 'sex') === 'Male' ? 'M' : 'F'];
      const at = Number(cell(row, 'ga')) - side.from;
      return (['mu', 'sigma', 'nu', 'tau'] as const).some((name) => side[name][at] !== Number(row[name]));
    });
    expect(wrong).toEqual([]);
    expect(table.M.mu.length + table.F.mu.length).toBe(rows.length);
  });

  it('rebuild the printed SD columns of velocity, 5 of 3,402 cells by one unit of their last digit', () => {
    const cells = velocityMeasures.flatMap((measure) => {
      const compact = shipped(`${measure}-velocity`);
      const table = decodeVelocityTable(compact);
      return (['M', 'F'] as const).flatMap((sex) =>
        table[sex].flatMap(({ months, windows }) => {
          const name = Object.keys(compact.files).find(
            (file) => file.includes(sex === 'M' ? 'boys' : 'girls') && file.includes(`${months}mon`),
          );
          const { rows } = readPublishedFile(join(published, 'who-velocity', name ?? ''), ',');
          return windows.flatMap((window, row) =>
            [-3, -2, -1, 0, 1, 2, 3].map((z) => {
              const title = z === 0 ? 'Median' : `${z} SD`;
              const printed = Number(cell(rows[row] ?? {}, title));
              const digit = measure === 'weight' ? 1 : 0.1;
              const gain = gainAtZ(measure === 'weight' ? 'weight' : 'size', window, z);
              const reachable = 1 + window.l * window.s * z > 0;
              return { units: Math.abs(gain - printed) / digit, printed, reachable };
            }),
          );
        }),
      );
    });
    const beside = cells.filter(({ reachable }) => reachable);
    expect(cells).toHaveLength(3402);
    expect(beside.filter(({ units }) => units > 1.5)).toEqual([]);
    expect(beside.filter(({ units }) => units > 0.5 + 1e-9).length).toBeLessThanOrEqual(5);
    // Where 1 + L·S·z is not positive, the LMS formula has no value, and WHO prints "no gain".
    const beyond = cells.filter(({ reachable }) => !reachable);
    expect(beyond).toHaveLength(44);
    expect(beyond.every(({ printed }) => printed <= 0.1)).toBe(true);
  });
});
