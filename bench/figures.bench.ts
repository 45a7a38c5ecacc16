/**
 * Figures at the size of a country: pages of the portal over a thousand centres, the time until a saved entry is in a
 * figure, and how fast all figures are rebuilt from entries. It runs the real server as a process with a PostgreSQL of
 * its own, at three sizes that show how the times grow. `CENTRES=100,300,1000` and `FAMILIES=1000` (per centre) allow a
 * quick run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from '../apps/server/build/bundle-server.ts';
import type { Bench, BenchFigure } from './bench-figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export const bench: Bench = {
  name: 'Figures: the portal of a country',
  run: async () => {
    const folder = join(root, 'node_modules/.cache', `denba-bench-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    try {
      const program = await bundleServer(join(root, 'bench/figures/figures-run.ts'), folder);
      const result = join(folder, 'figures.json');
      execFileSync(process.execPath, [program, root, result], { stdio: 'inherit' });
      return JSON.parse(readFileSync(result, 'utf8')) as readonly BenchFigure[];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
