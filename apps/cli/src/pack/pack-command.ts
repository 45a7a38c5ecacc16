import type { Command } from '../command-line/command.ts';
import { overlayOption, protocolArgument } from '../protocol-folder/protocol-options.ts';

export const packCommand: Command = {
  name: 'pack',
  summary: {
    fr: "fait d'un protocole vérifié le fichier que le serveur distribue aux téléphones",
    en: 'makes of a checked protocol the file that the server gives to phones',
  },
  arguments: [protocolArgument],
  options: {
    overlay: overlayOption,
    output: {
      type: 'string',
      short: 'o',
      placeholder: 'FILE',
      help: { fr: 'fichier à écrire', en: 'file to write' },
    },
    against: {
      type: 'string',
      placeholder: 'FILE',
      help: {
        fr: "fichier d'avant : dit ce qui change, en termes cliniques",
        en: 'file from before: says what changes, in clinical words',
      },
    },
  },
  details: {
    fr: `Vérifie d'abord le protocole comme « denba check » : avec un défaut, aucun fichier n'est écrit et le code de sortie
est 1. Le fichier porte le nom de son contenu (SHA-256) : le même contenu donne toujours le même nom.

Apportez-le ensuite au serveur (Gestion, Protocoles) et donnez-le à un pays, un district ou un centre. C'est le serveur
qui signe : le fichier seul ne change aucun téléphone.`,
    en: `First checks the protocol as “denba check” does: with an error no file is written and the exit code is 1. The file is
named by its content (SHA-256): the same content always has the same name.

Then bring it to the server (management, protocols) and give it to a country, a district or a centre. The server signs:
the file alone changes no phone.`,
  },
  examples: [
    'denba pack mami --overlay ml -o mami-ml.txt',
    'denba pack mami --overlay ml --against mami-ml.txt -o mami-ml-2.txt',
  ],
  load: async () => (await import('./run-pack.ts')).runPack,
};
