import type { Command } from '../command-line/command.ts';
import { overlayOption, protocolArgument } from '../protocol-folder/protocol-options.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: {
    fr: "vérifie le contenu d'un protocole, ou imprime la page à faire signer",
    en: 'checks the content of a protocol, or prints the page to be signed',
  },
  arguments: [protocolArgument],
  options: {
    overlay: overlayOption,
    'sign-off': {
      type: 'boolean',
      help: {
        fr: 'la page que signe un clinicien : tout ce qui est à valider (Markdown)',
        en: 'the page that a clinician signs: everything that awaits approval (Markdown)',
      },
    },
  },
  details: {
    fr: `Cherche ce qui rendrait le protocole faux ou muet : trous et recouvrements des tables, lignes inatteignables ou
qu'aucun cas n'atteint, noms inconnus, types et unités, textes qui manquent en français ou en anglais, seuils sans
source ni statut, cas qui échouent. Chaque défaut dit le fichier, la ligne, la colonne, ce qui ne va pas et que faire.

Avec --overlay, dit d'abord ce que l'adaptation change, en termes cliniques, puis vérifie le protocole adapté.
Le code de sortie est 1 s'il y a un défaut ; des remarques seules donnent 0.`,
    en: `Looks for what would make the protocol wrong or silent: gaps and overlaps of tables, rows that cannot be reached or
that no case reaches, unknown names, types and units, texts missing in French or English, thresholds without source or
status, cases that fail. Each problem says the file, line, column, what is wrong and what to do.

With --overlay it first says what the overlay changes, in clinical words, then checks the adapted protocol.
The exit code is 1 if there is an error; warnings alone give 0.`,
  },
  examples: ['denba check mami', 'denba check mami --overlay ml', 'denba check mami --sign-off > a-signer.md'],
  load: async () => (await import('./run-check.ts')).runCheck,
};
