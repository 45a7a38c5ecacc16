import type { Command } from '../command-line/command.ts';
import { overlayOption, protocolArgument } from '../protocol-folder/protocol-options.ts';

export const vignettesCommand: Command = {
  name: 'vignettes',
  summary: {
    fr: "passe les cas d'un protocole et dit quelles règles ils atteignent",
    en: 'runs the cases of a protocol and says which rules they reach',
  },
  arguments: [protocolArgument],
  options: {
    overlay: overlayOption,
    list: { type: 'boolean', help: { fr: 'nomme aussi les cas réussis', en: 'names the cases that pass as well' } },
  },
  details: {
    fr: `Chaque cas donne des réponses et dit ce qui doit suivre. Un cas en échec montre ce qui était attendu et ce qui est
venu, avec son fichier et sa ligne. Le code de sortie est 1 si un cas échoue ou si une règle n'est atteinte par aucun.`,
    en: `Each case gives answers and says what must follow. A case that fails shows what was expected and what came, with
its file and line. The exit code is 1 if a case fails or if a rule is reached by none.`,
  },
  examples: ['denba vignettes mami', 'denba vignettes mami --overlay muac-115 --list'],
  load: async () => (await import('./run-vignettes-command.ts')).runVignettesCommand,
};
