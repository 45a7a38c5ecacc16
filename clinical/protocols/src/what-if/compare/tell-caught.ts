/**
 * Describes which children a version of the protocol would have found, in sentences that are correct for one child and
 * for many.
 */
import type { Language, Text } from '@denba/quantities/text';
import { formatNumber } from '../../words/format-value.ts';
import type { Caught, Proportion } from './caught.ts';

export const tellCaught = ({ sensitivity, specificity, undecided, unknownOutcome }: Caught): readonly Text[] => {
  const number = (title: Text, count: number): readonly Text[] =>
    count === 0 ? [] : [line(title, (language) => formatNumber(count, language))];
  return [
    line(
      {
        fr: 'Enfants dont l’issue a été défavorable, repérés à temps',
        en: 'Children with a poor outcome, found in time',
      },
      (language) => proportionWords(sensitivity, language),
    ),
    line({ fr: 'Autres enfants, jamais signalés à risque', en: 'Other children, never called at risk' }, (language) =>
      proportionWords(specificity, language),
    ),
    ...number(
      {
        fr: 'Autres enfants dont toutes les évaluations sont incomplètes, comptés à part',
        en: 'Other children whose every assessment is incomplete, counted apart',
      },
      undecided,
    ),
    ...number(
      { fr: 'Enfants dont l’issue n’est pas connue', en: 'Children whose outcome is not known' },
      unknownOutcome,
    ),
  ];
};

/** For example "31 sur 40 (78 %, intervalle à 95 % : 63–88 %)"; a sentence of its own when there is nobody to count. */
const proportionWords = ({ n, of, share, low, high }: Proportion, language: Language): string => {
  if (share === null || low === null || high === null)
    return language === 'fr' ? 'personne à compter' : 'nobody to count';
  const percent = (value: number): string => formatNumber(Math.round(value * 100), language);
  const unit = language === 'fr' ? '\u00a0%' : '%';
  const interval = language === 'fr' ? 'intervalle à 95\u00a0% :' : '95% interval';
  return `${outOf(n, of, language)} (${percent(share)}${unit}, ${interval} ${percent(low)}–${percent(high)}${unit})`;
};

const outOf = (n: number, of: number, language: Language): string =>
  `${formatNumber(n, language)} ${language === 'fr' ? 'sur' : 'of'} ${formatNumber(of, language)}`;

const line = (title: Text, rest: (language: Language) => string): Text => ({
  fr: `${title.fr} : ${rest('fr')}`,
  en: `${title.en}: ${rest('en')}`,
});
