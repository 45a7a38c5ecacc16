import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const verifyCommand: Command = {
  name: 'audit verify',
  summary: { fr: "vérifie que le journal d'audit est intact", en: 'verifies that the audit is whole' },
  arguments: [],
  options: {},
  details: {
    fr: `Chaque ligne tient l'empreinte de celle d'avant, centre par centre. La première ligne qui ne convient pas est dite ; le
code de sortie est alors 1. Qui peut écrire dans la base peut refaire toute une chaîne : comparez avec une sauvegarde.

${serverSettings.fr}`,
    en: `Each line holds the hash of the one before it, place by place. The first line that does not fit is told; the exit code
is then 1. Whoever can write to the database can make a whole chain again: compare with a backup.

${serverSettings.en}`,
  },
  examples: ['denba audit verify'],
  load: async () => (await import('./run-verify.ts')).runVerify,
};
