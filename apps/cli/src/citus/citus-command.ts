import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const citusCommand: Command = {
  name: 'citus',
  summary: {
    fr: 'montre, ou applique, la répartition de la base sur plusieurs machines (Citus)',
    en: 'shows, or applies, how the database is spread over several machines (Citus)',
  },
  arguments: [],
  options: {
    apply: {
      type: 'boolean',
      help: { fr: 'applique ce qui ne l’est pas encore', en: 'applies what is not applied yet' },
    },
  },
  details: {
    fr: `Aussi « npm run citus:prepare ». Sans --apply, imprime seulement les instructions SQL. Avec, il faut que l'extension soit
dans la base : « CREATE EXTENSION citus » sur le coordinateur (docs/runbooks/move-to-citus.md). Faites une sauvegarde
d'abord, et arrêtez le serveur.

${serverSettings.fr}`,
    en: `Also “npm run citus:prepare”. Without --apply it only prints the SQL statements. With it, the extension must be in the
database: “CREATE EXTENSION citus” on the coordinator (docs/runbooks/move-to-citus.md). Make a backup first, and stop the
server.

${serverSettings.en}`,
  },
  examples: ['denba citus', 'npm run citus:prepare -- --apply'],
  load: async () => (await import('./run-citus.ts')).runCitus,
};
