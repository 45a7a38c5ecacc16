/**
 * Phones and server: first push and first pull of a whole district, a slow line, the throughput of a server, a day of
 * three hundred phones, the disk. It runs the real server as a process with a PostgreSQL of its own and real phones
 * (their store in memory), and compares with PouchDB and a server of its protocol. `ENTRIES=2000` for a quick run;
 * `PROFILE=folder` writes CPU profiles.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from '../apps/server/build/bundle-server.ts';
import type { Bench, BenchFigure } from './bench-figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export const bench: Bench = {
  name: 'Sync: phones and server',
  run: async () => {
    // This folder is as deep as the sources that find the protocol's files relative to their own path.
    const folder = join(root, 'node_modules/.cache', `denba-bench-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    try {
      const program = await bundleServer(join(root, 'bench/sync/sync-run.ts'), folder);
      const result = join(folder, 'figures.json');
      const profile = process.env['PROFILE'];
      const options = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
      execFileSync(process.execPath, [...options, program, root, result], { stdio: 'inherit' });
      return JSON.parse(readFileSync(result, 'utf8')) as readonly BenchFigure[];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
