import type { Command } from '../command-line/command.ts';

export const zscoreCommand: Command = {
  name: 'zscore',
  summary: {
    fr: 'z-scores de croissance (OMS, INTERGROWTH-21st) pour un fichier CSV',
    en: 'growth z-scores (WHO, INTERGROWTH-21st) for a CSV file',
  },
  arguments: [
    {
      name: 'IN.csv',
      help: { fr: "fichier à lire, ou - pour l'entrée standard", en: 'file to read, or - for standard input' },
    },
  ],
  options: {
    output: {
      type: 'string',
      short: 'o',
      placeholder: 'OUT.csv',
      help: { fr: 'fichier à écrire (sinon la sortie standard)', en: 'file to write (else standard output)' },
    },
    raw: {
      type: 'boolean',
      help: { fr: 'z-scores non arrondis', en: 'z-scores that are not rounded' },
    },
  },
  details: {
    fr: `Colonnes lues (majuscules et ordre indifférents ; toutes les colonnes du fichier sont gardées) :
  sex                     M/F ou 1/2
  age_days                ou birth_date et date (AAAA-MM-JJ ou JJ/MM/AAAA) ; age_days l'emporte
  weight_kg ou weight_g   weight_kg l'emporte ; un désaccord est signalé
  length_cm, measured     l (couché) ou h (debout) ; vide : pas de correction de 0,7 cm
  head_circumference_cm
  muac_mm ou muac_cm      muac_mm l'emporte ; un désaccord est signalé
  triceps_mm, subscapular_mm
  oedema                  y/n ; avec œdèmes, pas de waz, wlz ni bmiz
  gestational_age_days    si la colonne existe : standard, waz_life, lhaz_life, wlz_life, hcz_life,
                          sfga_centile et svn en plus
  id ou infant            l'enfant : sa mesure la plus précoce avant 3 jours est sa mesure de naissance ;
                          sans cette colonne, toute mesure avant 3 jours l'est

Colonnes ajoutées : waz, lhaz, wlz, bmiz, hcz, muacz, tsz, ssz (deux décimales), flags. Si le fichier a
déjà une colonne de ce nom, elle est gardée et la nouvelle s'appelle denba_waz, etc.

flags nomme ce qui est à voir, séparé par des espaces :
  waz:flagged             hors des limites OMS (P/A < −6 ou > 5, T/A ±6, autres ±5), z gardé
  muacz:age_out_of_range  la norme ne couvre pas cet âge ; wlz:length_out_of_range de même ; waz:oedema
  c9mo                    mesuré debout avant 9 mois : la position n'est pas crue
  weight_kg:not_a_number, weight_kg:implausible, sex:unknown_code, birth_date:not_a_date,
  age_days:negative, weight_g:conflict, row:too_few_cells…   à revoir : z vide, ligne gardée
  sex:missing, age:missing                                   information absente

Le code de sortie est 1 si une cellule est à revoir ; les z signalés ou hors norme n'en sont pas.
Le séparateur, la virgule décimale et les fins de ligne du fichier sont gardés dans le résultat (en UTF-8).`,
    en: `Columns read (case and order do not matter; every column of the file is kept):
  sex                     M/F or 1/2
  age_days                or birth_date and date (YYYY-MM-DD or DD/MM/YYYY); age_days comes first
  weight_kg or weight_g   weight_kg comes first; a disagreement is reported
  length_cm, measured     l (lying) or h (standing); empty: no correction by 0.7 cm
  head_circumference_cm
  muac_mm or muac_cm      muac_mm comes first; a disagreement is reported
  triceps_mm, subscapular_mm
  oedema                  y/n; with oedema there is no waz, wlz or bmiz
  gestational_age_days    if the column exists: standard, waz_life, lhaz_life, wlz_life, hcz_life,
                          sfga_centile and svn as well
  id or infant            the child: its earliest measurement before 3 days is its birth measure;
                          without this column every measurement before 3 days is

Columns added: waz, lhaz, wlz, bmiz, hcz, muacz, tsz, ssz (two decimals), flags. If the file has a
column of that name already, it is kept and the new one is called denba_waz, etc.

flags names what to look at, separated by spaces:
  waz:flagged             beyond WHO's limits (WAZ < −6 or > 5, LHAZ ±6, others ±5); the z is kept
  muacz:age_out_of_range  the standard does not cover this age; likewise wlz:length_out_of_range; waz:oedema
  c9mo                    measured standing under 9 months: the posture is not believed
  weight_kg:not_a_number, weight_kg:implausible, sex:unknown_code, birth_date:not_a_date,
  age_days:negative, weight_g:conflict, row:too_few_cells…   to review: z empty, row kept
  sex:missing, age:missing                                   information that is not there

The exit code is 1 if a cell needs review; z-scores that are flagged or out of range do not count as such.
The separator, decimal comma and line ends of the file are kept in the result (in UTF-8).`,
  },
  examples: [
    'denba zscore mesures.csv -o mesures-z.csv',
    'cat mesures.csv | denba zscore - | head',
    'denba zscore mesures.csv --raw --lang en',
  ],
  load: async () => (await import('./run-zscore.ts')).runZscore,
};
