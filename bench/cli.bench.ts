/**
 * `denba` as a user runs it: real processes, start-up included. The million rows are written to a temporary file and
 * removed. The LIFE visits are measured where the file is available; a simulated cohort of the same size always is.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createRandom } from '@denba/scenario/random';
import { simulateCohort, visitRows } from '@denba/scenario/simulate-cohort';
import { smallNewborns } from '@denba/scenario/simulation-settings';
import { visitHeader, visitLine } from '@denba/scenario/visit-rows';
import type { Bench, BenchFigure } from './bench-figure.ts';

const ROWS = 1_000_000;
const LIFE_INFANTS = 1114;
const binary = fileURLToPath(new URL('../apps/cli/bin/denba.mjs', import.meta.url));
const life = fileURLToPath(new URL('../../shared/data/life6mo-visits.csv', import.meta.url));

export const bench: Bench = {
  name: 'Command line',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'denba-bench-'));
    try {
      const million = join(folder, 'measurements.csv');
      await writeMeasurements(million);
      const visits = join(folder, 'visits.csv');
      const rows = visitRows(simulateCohort('bench', { infants: LIFE_INFANTS }, smallNewborns));
      writeFileSync(visits, `${[visitHeader, ...[...rows].map(visitLine)].join('\n')}\n`);
      const start = median(7, ['--version']);
      const zscore = measure(['zscore', million, '-o', join(folder, 'out.csv')]);
      const figures: BenchFigure[] = [
        { what: 'start-up (denba --version)', value: start.seconds * 1000, unit: 'ms', note: 'median of 7' },
        {
          what: 'denba zscore',
          value: ROWS / zscore.seconds,
          unit: 'rows/s',
          note: '1 M rows × 8 indices, CSV in and out, one run',
        },
        { what: 'denba zscore, memory', value: zscore.rssMb, unit: 'MB', note: 'largest resident set, 1 M rows' },
        {
          what: 'denba cohort, simulated',
          value: median(3, ['cohort', visits]).seconds,
          unit: 's',
          note: '1 114 infants, from file to report; median of 3',
        },
      ];
      if (existsSync(life)) {
        figures.push({
          what: 'denba cohort, LIFE study',
          value: median(3, ['cohort', life]).seconds,
          unit: 's',
          note: '1 114 infants, 9 210 visits, from file to report; median of 3',
        });
      }
      return figures;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Measured = { readonly seconds: number; readonly rssMb: number };

/** Makes the child process print its maximum resident set size when it ends. */
const hook =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nrss "+process.resourceUsage().maxRSS))';

const measure = (words: readonly string[]): Measured => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, binary, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === null || status > 1) throw new Error(`denba ${words.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, rssMb: Number(/\nrss (\d+)$/.exec(stderr)?.[1] ?? 0) / 1024 };
};

const median = (runs: number, words: readonly string[]): Measured => {
  const measured = Array.from({ length: runs }, () => measure(words)).sort((a, b) => a.seconds - b.seconds);
  return measured[(runs - 1) / 2] ?? { seconds: 0, rssMb: 0 };
};

const writeMeasurements = async (path: string): Promise<void> => {
  const random = createRandom('bench');
  const stream = createWriteStream(path);
  const around = (value: number, sd: number, decimals: number): string =>
    Math.max(0.5, value + sd * random.normal()).toFixed(decimals);
  stream.write(
    'id,sex,age_days,weight_kg,length_cm,measured,head_circumference_cm,muac_mm,triceps_mm,subscapular_mm,oedema\n',
  );
  for (let row = 0; row < ROWS; row++) {
    const age = random.whole(1827);
    const share = age / 1827;
    const line = [
      ...[row, random.chance(0.5) ? 'M' : 'F', age, around(3.3 + share * 14, 0.8, 2), around(50 + share * 58, 2.5, 1)],
      ...[age < 731 ? 'l' : 'h', around(35 + share * 15, 1.2, 1), around(130 + share * 30, 10, 0)],
      ...[around(9, 1.5, 1), around(7, 1.2, 1), 'n'],
    ];
    if (!stream.write(`${line.join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
};
