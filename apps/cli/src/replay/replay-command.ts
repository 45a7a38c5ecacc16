import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary: {
    fr: 'refait les résumés des familles depuis les saisies, et dit lesquels diffèrent',
    en: 'makes the summaries of families again from the entries, and says which differ',
  },
  arguments: [],
  options: {
    write: { type: 'boolean', help: { fr: 'remet en ordre ce qui diffère', en: 'puts right what differs' } },
  },
  details: {
    fr: `Rien n'est changé sans --write. Ce qui tient dans les saisies ne change jamais ; les listes et les chiffres du serveur en
sont tirés, et doivent être les mêmes octet pour octet. Une différence est normale après une mise à jour qui calcule
autrement : --write alors. Sinon, dites-le-nous. Le code de sortie est 1 s'il y a une différence.

Avec --write, les téléphones d'un centre attendent pendant que ses familles sont refaites.

${serverSettings.fr}`,
    en: `Nothing is changed without --write. What the entries hold never changes; the lists and figures of the server are drawn
from them, and must be the same byte for byte. A difference is normal after an upgrade that computes otherwise: --write
then. Else tell us. The exit code is 1 if there is a difference.

With --write the phones of a centre wait while its families are made again.

${serverSettings.en}`,
  },
  examples: ['denba replay', 'denba replay --write'],
  load: async () => (await import('./run-replay.ts')).runReplay,
};
