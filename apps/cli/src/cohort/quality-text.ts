/** The data-quality part of the report. */
import type { Language, Text } from '@denba/quantities/text';
import { count, decimal } from '../output/format-number.ts';
import { textTable } from '../output/text-table.ts';
import type { CohortReport } from './cohort-report.ts';
import { type Measure, measures } from './data-quality.ts';
import type { DigitPreference } from './digit-preference.ts';
import { shareText } from './share-text.ts';
import { growthIndices } from './visit-growth.ts';

export const qualityText = ({ dataQuality: found, protocol }: CohortReport, language: Language): string[] => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const refused = Object.entries(found.refused).map(
    ([field, share]) => `${protocol.elementTitles[field]?.[language] ?? field} ${count(share.n, language)}`,
  );
  const { sex, gestational_age_days: gestation, birth_weight: weight } = found.missingAtBirth;
  return [
    '',
    say('QUALITÉ DES DONNÉES', 'DATA QUALITY'),
    ...textTable(
      [
        say('Mesure', 'Measure'),
        say('manquante, des visites', 'missing, of visits'),
        say('préférence des chiffres', 'digit preference'),
      ],
      measures.map((name) => [
        measureWords[name][language],
        shareText(found.missing[name], language),
        digitText(found.digitPreference[name], language),
      ]),
    ),
    '',
    ...textTable(
      ['z', say('hors limites OMS', "beyond WHO's limits"), say('écart type', 'standard deviation')],
      growthIndices.map((index) => [
        indexWords[index][language],
        shareText(found.flagged[index], language),
        found.sd[index] === null ? '–' : decimal(found.sd[index], 2, language),
      ]),
    ),
    '',
    say(
      `  Inconnus à la naissance : sexe ${sex.n}, âge gestationnel ${gestation.n}, poids avant 3 jours ${weight.n}. Âge inconnu à ${found.missing.age_days.n} visites.`,
      `  Unknown at birth: sex ${sex.n}, gestation ${gestation.n}, weight before 3 days ${weight.n}. Age unknown at ${found.missing.age_days.n} visits.`,
    ),
    say(
      `  Hors des limites du protocole, donc comptés inconnus : ${refused.join(', ') || 'aucun'}.`,
      `  Beyond the protocol's limits, so counted as unknown: ${refused.join(', ') || 'none'}.`,
    ),
    say(
      '  Préférence des chiffres (SMART) : moins de 8 excellent, de 12 bon, de 20 acceptable. Écart type attendu : 0,8 à 1,2.',
      '  Digit preference (SMART): under 8 excellent, 12 good, 20 acceptable. Standard deviation expected: 0.8 to 1.2.',
    ),
  ];
};

const digitText = ({ score, rating, step }: DigitPreference, language: Language): string => {
  if (score === null || rating === null) return '–';
  return `${decimal(score, 1, language)} ${ratingWords[rating][language]} (${String(step).replace('.', language === 'fr' ? ',' : '.')})`;
};

const ratingWords: Readonly<Record<NonNullable<DigitPreference['rating']>, Text>> = {
  excellent: { fr: 'excellent', en: 'excellent' },
  good: { fr: 'bon', en: 'good' },
  acceptable: { fr: 'acceptable', en: 'acceptable' },
  problematic: { fr: 'à améliorer', en: 'problematic' },
};

const measureWords: Readonly<Record<Measure, Text>> = {
  weight_g: { fr: 'poids (g)', en: 'weight (g)' },
  length_cm: { fr: 'taille (cm)', en: 'length (cm)' },
  head_circumference_cm: { fr: 'périmètre crânien (cm)', en: 'head circumference (cm)' },
  muac_mm: { fr: 'périmètre brachial (mm)', en: 'MUAC (mm)' },
};

const indexWords: Readonly<Record<(typeof growthIndices)[number], Text>> = {
  waz: { fr: 'poids/âge', en: 'weight-for-age' },
  laz: { fr: 'taille/âge', en: 'length-for-age' },
  wlz: { fr: 'poids/taille', en: 'weight-for-length' },
  hcz: { fr: 'périmètre crânien/âge', en: 'head-for-age' },
  muacz: { fr: 'PB/âge', en: 'MUAC-for-age' },
};
