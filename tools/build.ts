/**
 * Builds what `npm start` runs: the clinic, when its sources changed, and the server. `--lang en` prints messages in
 * English.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf } from '@denba/cli/command-line/language-of';
import { buildClinic } from '../apps/clinic/build/build-clinic.ts';
import { bundleServer } from '../apps/server/build/bundle-server.ts';

const { env, argv } = process;
const french = languageOf(argv[argv.indexOf('--lang') + 1] ?? null, env) === 'fr';
const say = (fr: string, en: string): void => console.log(french ? fr : en);
const root = fileURLToPath(new URL('..', import.meta.url));

say('Denba prépare la clinique…', 'Denba is preparing the clinic…');
const { fresh, version } = await buildClinic();
if (fresh) say(`Construite : version ${version}.`, `Built: version ${version}.`);
await bundleServer(join(root, 'tools/serve.ts'), join(root, 'out/denba'), {
  'start-district-thread': join(root, 'tools/district/district-worker.ts'),
});
