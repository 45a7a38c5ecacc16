import type { Command } from '../command-line/command.ts';
import { overlayOption, protocolOption } from '../protocol-folder/protocol-options.ts';

export const assessCommand: Command = {
  name: 'assess',
  summary: {
    fr: 'explique une évaluation : classe, raisons, ce qui manque, que faire',
    en: 'explains one assessment: class, reasons, what is missing, what to do',
  },
  arguments: [
    {
      name: 'ENTRY.json',
      help: {
        fr: "saisie ou simples réponses, ou - pour l'entrée standard",
        en: 'entry or plain answers, or - for standard input',
      },
    },
  ],
  options: {
    protocol: protocolOption,
    overlay: overlayOption,
    format: {
      type: 'string',
      placeholder: 'text|json',
      choices: ['text', 'json'],
      help: {
        fr: 'texte (par défaut) ou JSON avec toutes les valeurs et la trace',
        en: 'text (default) or JSON with every value and the trace',
      },
    },
  },
  details: {
    fr: `Le fichier est une saisie telle que l'application l'enregistre (un objet avec answers ; occurredOn donne la date de
la visite), ou l'objet des réponses seul. Les noms sont ceux des données du protocole (data-elements.csv) : sex,
birth_date, visit_date, weight_g, length_cm, muac_mm, oedema, bf_status… et previous pour les visites d'avant.
Ce qui n'est pas donné est inconnu, jamais normal. Le code de sortie est 1 si une valeur a été refusée.

Exemple complet : apps/cli/examples/assessment.json`,
    en: `The file is an entry as the application saves it (an object with answers; occurredOn gives the date of the visit), or
the object of the answers alone. Names are those of the protocol's data elements (data-elements.csv): sex, birth_date,
visit_date, weight_g, length_cm, muac_mm, oedema, bf_status… and previous for the visits before.
What is not given is unknown, never normal. The exit code is 1 if a value was refused.

A whole example: apps/cli/examples/assessment.json`,
  },
  examples: [
    'denba assess apps/cli/examples/assessment.json',
    'denba assess saisie.json --overlay ml --lang en',
    'denba assess saisie.json --format json',
  ],
  load: async () => (await import('./run-assess.ts')).runAssess,
};
