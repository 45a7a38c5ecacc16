/**
 * `npm start`: builds the clinic when its sources changed, serves it, and says where it is. It runs until it is stopped.
 * `PORT` names another port; `npm start -- --lang en` speaks English.
 */

import { languageOf } from '@denba/cli/command-line/language-of';
import { buildClinic } from '../apps/clinic/build/build-clinic.ts';
import { serveFolder } from '../apps/clinic/build/serve-folder.ts';

const DEFAULT_PORT = 8080;

const { env, argv } = process;
const french = languageOf(argv[argv.indexOf('--lang') + 1] ?? null, env) === 'fr';
const say = (fr: string, en: string): void => console.log(french ? fr : en);

const portOf = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : null;
};

const port = portOf(env['PORT']);
if (port === null) {
  say(`PORT=${env['PORT']} n'est pas un port (0 à 65535).`, `PORT=${env['PORT']} is not a port (0 to 65535).`);
  process.exit(2);
}

say('Denba prépare la clinique…', 'Denba is preparing the clinic…');
const { folder, fresh, version } = await buildClinic();
if (fresh) say(`Construite : version ${version}.`, `Built: version ${version}.`);

const served = await serveFolder(folder, port).catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (!taken) throw error;
  say(
    `Le port ${port} est déjà pris. Arrêtez l'autre programme, ou lancez : PORT=8081 npm start`,
    `Port ${port} is already taken. Stop the other program, or run: PORT=8081 npm start`,
  );
  process.exit(1);
});

say(
  `
La clinique est ouverte :

  ${served.url}

Choisissez « Centre de formation » : des familles SIMULÉES y attendent, aucune n'est réelle.
Après la première ouverture elle marche sans réseau. Ctrl+C arrête ce serveur.

En ligne de commande : npx denba --help (z-scores, cohortes, évaluations expliquées, protocole vérifié).`,
  `
The clinic is open:

  ${served.url}

Choose “Training centre”: SIMULATED families are waiting there, none is real.
After the first opening it works without network. Ctrl+C stops this server.

On the command line: npx denba --help (z-scores, cohorts, explained assessments, the protocol checked).`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => served.server.close(() => process.exit(0)));
