import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: {
    fr: 'sauvegarde tout le serveur dans un fichier chiffré',
    en: 'backs the whole server up into an encrypted file',
  },
  arguments: [{ name: 'FILE', help: { fr: 'où écrire la sauvegarde', en: 'where to write the backup' } }],
  options: {},
  details: {
    fr: `Lieux, comptes, téléphones, saisies de tous les centres, quarantaine et journal d'audit, tels qu'ils sont à un même
instant. Les sessions, les codes pour relier un téléphone et les essais manqués n'y sont pas : ils ne doivent pas revivre.

La phrase secrète se tape, ou se lit dans DENBA_BACKUP_PASSPHRASE. Sans elle, personne ne peut ouvrir le fichier, vous non
plus : gardez-la ailleurs que le fichier. La commande donne la somme de contrôle (SHA-256) du fichier.

${serverSettings.fr}`,
    en: `Places, accounts, phones, the entries of all centres, quarantine and audit, as they are at one moment. Sessions, codes
that join a phone and failed sign-ins are not in it: they must not come alive again.

The pass phrase is typed, or read in DENBA_BACKUP_PASSPHRASE. Without it nobody can open the file, you neither: keep it
elsewhere than the file. The command gives the check sum (SHA-256) of the file.

${serverSettings.en}`,
  },
  examples: ['denba backup /media/disque/denba-2026-11-26.sauvegarde'],
  load: async () => (await import('./run-backup.ts')).runBackup,
};
