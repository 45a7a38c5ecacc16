/**
 * Figures at the size of a country: pages of the portal over a thousand centres, how soon a saved entry is in a figure, how
 * fast all of it is made again from entries. The real server as a process with a PostgreSQL of its own. Three sizes, and
 * what they say of a larger one. `CENTRES=100,300,1000`, `FAMILIES=1000` (of each centre) for a quick run.
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
