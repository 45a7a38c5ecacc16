/** Builds the clinic into `apps/clinic/dist`, unless its sources are unchanged since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clinicFolder } from './clinic-folder.ts';
import { oneAtATime } from './one-at-a-time.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const clinicRoot = join(repository, 'apps/clinic/');
const sources = [
  'apps/clinic/src',
  'apps/clinic/build',
  'apps/clinic/public',
  'clinical',
  'sync',
  'ui',
  'protocols/mami',
  'testing/scenario/src',
];

export type Built = { readonly folder: string; readonly version: string; readonly fresh: boolean };

/**
 * `version` forces another build of the same sources (for tests of an update). When several tests call it at once, one
 * builds and the others wait.
 */
export const buildClinic = (folder = clinicFolder, version?: string): Promise<Built> =>
  oneAtATime(`${folder}.building`, () => buildIfChanged(folder, version));

const buildIfChanged = async (folder: string, version: string | undefined): Promise<Built> => {
  const digest = digestOf([
    ...sources.flatMap((path) => filesIn(join(repository, path))),
    join(clinicRoot, 'index.html'),
    join(repository, 'package-lock.json'),
  ]);
  const name = version ?? digest.slice(0, 10);
  const stamp = join(folder, 'build.json');
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).digest === `${digest} ${name}`) {
    return { folder, version: name, fresh: false };
  }
  // Imported only when there is something to build, because loading them takes seconds.
  const [{ build }, { clinicViteConfig }] = await Promise.all([import('vite'), import('./clinic-vite-config.ts')]);
  await asProduction(() => build({ ...clinicViteConfig(folder, name), logLevel: 'warn' }));
  writeFileSync(stamp, JSON.stringify({ digest: `${digest} ${name}` }));
  return { folder, version: name, fresh: true };
};

/**
 * Runs `work` with NODE_ENV=production. Test runners set `NODE_ENV=test`, with which Vite would make a development
 * build without service worker.
 */
const asProduction = async <Done>(work: () => Promise<Done>): Promise<Done> => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.includes('.test.')) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });

const digestOf = (files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const path of files) hash.update(path.slice(repository.length)).update(readFileSync(path));
  return hash.digest('hex');
};
