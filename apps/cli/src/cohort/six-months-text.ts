/** The outcomes at 26 weeks as a table: all infants, then by type of birth, by chronological and by corrected age. */
import type { Language, Text } from '@denba/quantities/text';
import { count } from '../output/format-number.ts';
import { textTable } from '../output/text-table.ts';
import type { BirthType } from './birth-type.ts';
import { shareText } from './share-text.ts';
import { type Outcome, SIX_MONTHS_WEEK, type SixMonthOutcomes, type SixMonths } from './six-months.ts';

export const sixMonthsText = (found: SixMonths, language: Language): string[] => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const row = (title: string, seen: number, outcomes: SixMonthOutcomes): string[] => [
    title,
    count(seen, language),
    ...kinds.map((kind) => shareText(outcomes[kind], language)),
  ];
  const headings = [
    '',
    say('vus', 'seen'),
    say('retard de croissance', 'stunted'),
    say('insuffisance pondérale', 'underweight'),
    say('émaciation', 'wasted'),
  ];
  const table = (title: string, which: 'chronological' | 'corrected'): string[] =>
    textTable(
      [title, ...headings.slice(1)],
      [
        row(say('tous', 'all'), found.seen, found[which]),
        ...found.byBirthType.map((group) => row(typeWords[group.birthType][language], group.seen, group[which])),
      ],
    );
  const { stunted, underweight, wasted } = found.chronological;
  return [
    '',
    say(
      `À SIX MOIS (visite de la semaine ${SIX_MONTHS_WEEK}) : T/A, P/A, P/T sous −2 – n (%, intervalle à 95 %)`,
      `AT SIX MONTHS (visit of week ${SIX_MONTHS_WEEK}): LAZ, WAZ, WLZ below −2 – n (%, 95 % interval)`,
    ),
    ...table(say('Âge chronologique', 'Chronological age'), 'chronological'),
    '',
    ...table(say('Âge corrigé', 'Corrected age'), 'corrected'),
    say(
      `  Exclus (âge chronologique) : hors limites OMS ${stunted.flagged}, ${underweight.flagged}, ${wasted.flagged} ; non calculables ${stunted.notComputed}, ${underweight.notComputed}, ${wasted.notComputed}.`,
      `  Left out (chronological age): beyond WHO's limits ${stunted.flagged}, ${underweight.flagged}, ${wasted.flagged}; not computable ${stunted.notComputed}, ${underweight.notComputed}, ${wasted.notComputed}.`,
    ),
    say(
      '  Petit (PAG) : sous le 10e centile de poids à la naissance (INTERGROWTH-21st) ; grand : au-dessus du 90e.',
      '  Small (SGA): below the 10th centile of weight at birth (INTERGROWTH-21st); large: above the 90th.',
    ),
  ];
};

const kinds: readonly Outcome[] = ['stunted', 'underweight', 'wasted'];

const typeWords: Readonly<Record<BirthType, Text>> = {
  'preterm-SGA': { fr: 'prématuré, petit', en: 'preterm, small' },
  'preterm-AGA': { fr: 'prématuré, approprié', en: 'preterm, appropriate' },
  'preterm-LGA': { fr: 'prématuré, grand', en: 'preterm, large' },
  'term-SGA': { fr: 'à terme, petit', en: 'term, small' },
  'term-AGA': { fr: 'à terme, approprié', en: 'term, appropriate' },
  'term-LGA': { fr: 'à terme, grand', en: 'term, large' },
  'preterm-unknown': { fr: 'prématuré, taille inconnue', en: 'preterm, size unknown' },
  'term-unknown': { fr: 'à terme, taille inconnue', en: 'term, size unknown' },
  unknown: { fr: 'terme inconnu', en: 'gestation unknown' },
};
