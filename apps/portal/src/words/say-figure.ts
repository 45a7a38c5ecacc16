/** A figure in words: its value, what it is made of, its interval, or why there is no value. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';
import { sayNumber, sayValue } from './numbers.ts';
import type { Words } from './words.ts';

/** Such as « 12,5 % », or « pas de quoi calculer ». A spread has no single value: its total is returned. */
export const sayFigure = (words: Words, indicator: Indicator, figure: Figure): string => {
  if (figure.why !== null) return sayWhy(words, figure);
  if (figure.value !== null) return sayValue(words, figure.value, indicator.unit);
  return sayNumber(words, figure.denominator ?? 0);
};

export const sayWhy = ({ t }: Words, { why }: Figure): string => (why === null ? '' : t(`why.${why}`));

/**
 * Such as « 12 sur 148, dont 3 inconnus ». Returns `null` when there is nothing to add to the value, or when it may not
 * be shown.
 */
export const sayParts = (words: Words, indicator: Indicator, figure: Figure): string | null => {
  const { t } = words;
  const { numerator, denominator, unknown, why } = figure;
  if ((why !== null && why !== 'allUnknown') || denominator === null) return null;
  const all = sayNumber(words, denominator);
  const isMean = indicator.kind === 'mean' || indicator.kind === 'median';
  if (isMean) return t('figure.among', { all });
  if (indicator.kind === 'coverage') return t('figure.of-expected', { some: sayNumber(words, numerator), all });
  if (indicator.kind !== 'share') return null;
  const some = sayNumber(words, numerator);
  return unknown === 0
    ? t('figure.of', { some, all })
    : t('figure.of-unknown', {
        some,
        all: sayNumber(words, denominator - unknown),
        unknown: sayNumber(words, unknown),
      });
};

/** Such as « entre 8,1 et 17,9 % ». */
export const sayInterval = (words: Words, { interval }: Figure): string | null =>
  interval === null
    ? null
    : words.t('figure.interval', { low: sayNumber(words, interval.low, 1), high: sayNumber(words, interval.high, 1) });
