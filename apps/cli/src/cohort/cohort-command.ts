import type { Command } from '../command-line/command.ts';
import { overlayOption, protocolOption } from '../protocol-folder/protocol-options.ts';

export const cohortCommand: Command = {
  name: 'cohort',
  summary: {
    fr: 'rapport sur des nourrissons suivis de la naissance à six mois (fichier CSV des visites)',
    en: 'report on infants followed from birth to six months (CSV file of visits)',
  },
  arguments: [
    {
      name: 'VISITS.csv',
      help: {
        fr: "une ligne par enfant et visite prévue, ou - pour l'entrée standard",
        en: 'one row per infant and planned visit, or - for standard input',
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
      help: { fr: 'texte (par défaut) ou JSON', en: 'text (default) or JSON' },
    },
  },
  details: {
    fr: `Colonnes : infant, mother, birth_count, birth_order, sex (M/F), gestational_age_days, visit_week, attended (0/1),
age_days, weight_g, length_cm, head_circumference_cm, muac_mm. Vide = inconnu. Il faut au moins infant, sex,
visit_week, age_days et weight_g. Sans attended, une visite a eu lieu si quelque chose y est noté.

Le rapport dit : les familles et les visites ; à chaque semaine de visite, qui est à risque et pour quel motif du
protocole, qui entre et qui sort ; le poids sous celui du début à deux semaines ; les retards de croissance,
insuffisances pondérales et émaciations à 26 semaines, à l'âge chronologique et à l'âge corrigé, par type de naissance ;
la qualité des données. Les intervalles à 95 % sont ceux de Wilson.

À risque = z arrondi sous −2 pour T/A, P/A, P/T (règle OMS) ; z hors limites exclus et comptés. Âge corrigé : les
enfants nés avant 259 jours ont l'âge écoulé depuis 280 jours post-menstruels ; les autres gardent leur âge.
Poids de naissance : la pesée la plus précoce avant 3 jours ; sinon inconnu.
Le fichier n'a pas de dates : chaque naissance est placée au 1er janvier 2024 pour le protocole.`,
    en: `Columns: infant, mother, birth_count, birth_order, sex (M/F), gestational_age_days, visit_week, attended (0/1),
age_days, weight_g, length_cm, head_circumference_cm, muac_mm. Empty = unknown. At least infant, sex, visit_week,
age_days and weight_g are needed. Without attended, a visit took place if anything is recorded for it.

The report says: families and visits; at each visit week who is at risk and for which reason of the protocol, who enters
and who leaves; weight below the first one at two weeks; stunting, underweight and wasting at 26 weeks by chronological
and by corrected age, by type of birth; data quality. The 95 % intervals are Wilson's.

At risk at 26 weeks = rounded z below −2 for LAZ, WAZ, WLZ (WHO's rule); flagged z-scores are left out and counted.
Corrected age: infants born before 259 days have the age since 280 days of post-menstrual age; others keep theirs.
Birth weight: the earliest weight before 3 days; else unknown.
The file has no dates: every birth is put on 1 January 2024 for the protocol.`,
  },
  examples: [
    'denba cohort visites.csv',
    'denba cohort visites.csv --overlay ml --format json > rapport.json',
    'denba cohort visites.csv --lang en | less',
  ],
  load: async () => (await import('./run-cohort.ts')).runCohort,
};
