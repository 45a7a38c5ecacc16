/**
 * Compares the report on the real visits of the LIFE study with figures computed independently: directly from the
 * published WHO tables, without the growth, records or protocols packages. The files are not part of the project:
 * without them this test says so and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runProcess } from '../../test/run-denba.ts';

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const file = `${data}life6mo-visits.csv`;
const tables = `${data}growth-standards/who/`;
const present = existsSync(file) && existsSync(tables);
if (!present) console.log(`skipped: no LIFE visits or WHO tables under ${data}`);

type Lms = readonly [l: number, m: number, s: number];

const readTable = (name: string): ReadonlyMap<string, Lms> =>
  new Map(
    readFileSync(`${tables}${name}`, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([sex, key, l, m, s]) => [`${sex} ${Number(key)}`, [Number(l), Number(m), Number(s)]]),
  );

const plain = (y: number, [l, m, s]: Lms): number => ((y / m) ** l - 1) / (l * s);

const restricted = (y: number, lms: Lms): number => {
  const z = plain(y, lms);
  const [l, m, s] = lms;
  const sd = (k: number): number => m * (1 + l * s * k) ** (1 / l);
  if (z > 3) return 3 + (y - sd(3)) / (sd(3) - sd(2));
  if (z < -3) return -3 + (y - sd(-3)) / (sd(-2) - sd(-3));
  return z;
};

const below = (z: number[], low: number, high: number) => {
  const rounded = z.map((value) => Math.round(value * 100) / 100).filter((value) => value >= low && value <= high);
  return { n: rounded.filter((value) => value < -2).length, of: rounded.length };
};

const readRows = () => {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
};

const sixMonths = (ageOf: (row: Record<string, string>) => number) => {
  const [weight, length, forLength] = ['weianthro.txt', 'lenanthro.txt', 'wflanthro.txt'].map(readTable);
  const [waz, laz, wlz]: [number[], number[], number[]] = [[], [], []];
  for (const row of readRows()) {
    if (row['visit_week'] !== '26' || row['attended'] !== '1') continue;
    const sex = row['sex'] === 'M' ? 1 : 2;
    const age = ageOf(row);
    const kg = Number(row['weight_g']) / 1000;
    const cm = Number(row['length_cm']);
    const byWeight = weight?.get(`${sex} ${age}`);
    const byLength = length?.get(`${sex} ${age}`);
    if (kg > 0 && byWeight) waz.push(restricted(kg, byWeight));
    if (cm > 0 && byLength) laz.push(plain(cm, byLength));
    if (!(kg > 0 && cm > 0)) continue;
    const lower = Math.floor(Math.round(cm * 1000) / 100) / 10;
    const low = forLength?.get(`${sex} ${lower}`);
    const high = forLength?.get(`${sex} ${Math.round(lower * 10 + 1) / 10}`);
    const share = (cm - lower) * 10;
    if (!low || !high) continue;
    wlz.push(
      restricted(kg, [
        low[0] + share * (high[0] - low[0]),
        low[1] + share * (high[1] - low[1]),
        low[2] + share * (high[2] - low[2]),
      ]),
    );
  }
  return { stunted: below(laz, -6, 6), underweight: below(waz, -6, 5), wasted: below(wlz, -5, 5) };
};

describe.runIf(present)('denba cohort on the LIFE study', () => {
  let ran: Ran = { code: null, out: '{}', err: '' };
  beforeAll(async () => {
    ran = await runProcess(['cohort', file, '--format', 'json']);
  }, 60_000);
  const report = () => JSON.parse(ran.out);

  it('reads it without a complaint: 1,114 infants of 1,070 mothers, 9,210 visits', () => {
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(report()).toMatchObject({ infants: 1114, mothers: 1070, familiesWithTwins: 44, visitsAttended: 9210 });
    expect(report().measured.weight).toBe(9210 - 785);
  });

  it('finds the same outcomes at 26 weeks as the straight line, by chronological age', () => {
    expect(report().atSixMonths.chronological).toMatchObject(sixMonths((row) => Number(row['age_days'])));
  });

  it('and by corrected age', () => {
    const corrected = sixMonths((row) => {
      const gestation = Number(row['gestational_age_days'] || 280);
      return Number(row['age_days']) - (gestation < 259 ? 280 - gestation : 0);
    });
    expect(report().atSixMonths.corrected).toMatchObject(corrected);
  });

  it('finds the same weights below the first at two weeks', () => {
    const weights = new Map<string, Record<string, number>>();
    for (const row of readRows()) {
      if (!row['weight_g']) continue;
      const own = weights.get(row['infant'] ?? '') ?? {};
      weights.set(row['infant'] ?? '', { ...own, [row['visit_week'] ?? '']: Number(row['weight_g']) });
    }
    const both = [...weights.values()].filter((own) => own['0'] !== undefined && own['2'] !== undefined);
    const n = both.filter((own) => (own['2'] ?? 0) < (own['0'] ?? 0)).length;
    const { belowFirstWeightAtTwoWeeks: found } = report();
    expect(found).toMatchObject({ n, of: both.length, pct: Math.round((n / both.length) * 10_000) / 100 });
  });

  it('calls no visit low, and gives every visit a class', () => {
    const { classes, weeks } = report().risk;
    expect(classes).not.toContain('low');
    for (const { attended, byClass } of weeks) {
      const counts: number[] = Object.values(byClass);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(attended);
      expect(byClass.none).toBeUndefined();
    }
  });
});
