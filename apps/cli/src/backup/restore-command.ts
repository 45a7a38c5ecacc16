import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: { fr: 'remet une sauvegarde dans un serveur vide', en: 'puts a backup back into an empty server' },
  arguments: [{ name: 'FILE', help: { fr: 'la sauvegarde', en: 'the backup' } }],
  options: {
    'despite-damage': {
      type: 'boolean',
      help: {
        fr: "restaure aussi des saisies abîmées avant la sauvegarde, s'il n'y en a pas d'autre",
        en: 'also restores entries that were damaged before the backup, when there is no other one',
      },
    },
  },
  details: {
    fr: `Tout ou rien : chaque morceau du fichier, chaque saisie et chaque compte de lignes est vérifié avant que quoi que ce soit
ne reste. Une sauvegarde plus ancienne est mise à jour. Ensuite le journal d'audit est vérifié ; s'il était déjà rompu,
le code de sortie est 1.

Les téléphones renvoient d'eux-mêmes ce qui est venu après la sauvegarde. À refaire à la main : les téléphones déclarés
perdus et les comptes fermés depuis (docs/runbooks/backup-and-restore.md).

${serverSettings.fr}`,
    en: `All or nothing: each part of the file, each entry and each count of rows is checked before anything stays. An older
backup is brought forward. Then the audit is verified; if it was broken already, the exit code is 1.

Phones send again by themselves what came after the backup. To be done again by hand: phones reported lost and accounts
closed since (docs/runbooks/backup-and-restore.md).

${serverSettings.en}`,
  },
  examples: ['DENBA_DATA=/srv/denba denba restore /media/disque/denba-2026-11-26.sauvegarde'],
  load: async () => (await import('./run-restore.ts')).runRestore,
};
