/** Closed figures in words, such as « clos le 15 nov. 2026 : 39,1 % (9 sur 23) ; depuis : +1 sur +1 ». */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';
import { type ClosedFigure, cameSince } from '../closed/closed-figure.ts';
import { sayNumber } from './numbers.ts';
import { sayDay } from './say-day.ts';
import { sayFigure, sayParts } from './say-figure.ts';
import type { Words } from './words.ts';

/** Returns `null` when the month was not closed, or when nothing changed since. */
export const sayClosed = (
  words: Words,
  indicator: Indicator,
  closed: ClosedFigure | null,
  now: Figure,
): string | null => {
  const since = closed === null ? null : saySince(words, indicator, closed, now);
  if (closed === null || since === null) return null;
  const { t } = words;
  const made = sayParts(words, indicator, closed.figure);
  const figure =
    closed.figure.why === 'nothingToCount' ? t('closed.nothing') : sayFigure(words, indicator, closed.figure);
  return t('closed.beside', {
    day: sayDay(words, closed.on),
    since,
    figure: made === null || closed.figure.value === null ? figure : `${figure} (${made})`,
  });
};

/**
 * What changed since the month was closed: « +1 sur +1 »; for a mean « 1 valeur de plus »; for a count only the difference.
 * Returns `null` when nothing changed.
 */
export const saySince = (words: Words, indicator: Indicator, closed: ClosedFigure, now: Figure): string | null => {
  const since = cameSince(indicator, closed, now);
  if (since === null) return null;
  const some = signed(words, since.numerator);
  switch (indicator.kind) {
    case 'share':
      return words.t('figure.of', { some, all: signed(words, since.known) });
    case 'mean':
    case 'median':
    case 'spread':
      return sayValuesSince(words, since.known);
    default:
      return some;
  }
};

/** As many values as before are not the same ones. */
const sayValuesSince = ({ t }: Words, change: number): string => {
  if (change === 0) return t('closed.other-values');
  return t(change > 0 ? 'closed.more-values' : 'closed.fewer-values', { count: Math.abs(change) });
};

const signed = (words: Words, change: number): string =>
  change > 0 ? `+${sayNumber(words, change)}` : change < 0 ? sayNumber(words, change) : '±0';
