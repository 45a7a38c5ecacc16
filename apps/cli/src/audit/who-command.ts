import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const whoCommand: Command = {
  name: 'audit who',
  summary: {
    fr: 'dit qui a vu une mère : quand, où, depuis quel téléphone',
    en: 'says who saw a mother: when, where, from which phone',
  },
  arguments: [{ name: 'FAMILY', help: { fr: "l'identifiant de la famille", en: 'the id of the family' } }],
  options: {},
  details: {
    fr: `Une ligne pour chaque fois qu'un téléphone a apporté ou reçu des saisies de la famille, dans tous les lieux, et des
familles réunies avec elle : jour et heure, lieu, téléphone ou personne, adresse, nombre de saisies. Colonnes séparées par
des tabulations.

${serverSettings.fr}`,
    en: `One line for each time that a phone brought or was given entries of the family, at every place, and of the families
made one with it: day and time, place, phone or person, address, number of entries. Columns are separated by tabs.

${serverSettings.en}`,
  },
  examples: ['denba audit who 1f0c8a52-6f0e-4d0b-9d6c-2f4f5f3a9b11'],
  load: async () => (await import('./run-who.ts')).runWho,
};
