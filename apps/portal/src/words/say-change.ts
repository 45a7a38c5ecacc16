/** The change of a figure since the period before, in words, so that it never depends on colour alone. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';
import type { Change } from '../figures/change.ts';
import { sayNumber, sayValue } from './numbers.ts';
import type { Words } from './words.ts';

type Compared = { readonly indicator: Indicator; readonly before: Figure; readonly change: Change };

export const sayChange = (words: Words, { indicator, before, change }: Compared): string => {
  const { t } = words;
  if (before.why === 'tooFew') return t('change.hidden-before');
  if (before.value === null) return t('change.none-before');
  const earlier = sayValue(words, before.value, indicator.unit);
  if (change.kind === 'unknown') return t('change.before', { before: earlier });
  if (change.kind === 'steady') return t('change.steady', { before: earlier });
  const by = sayDifference(words, indicator, change.by);
  const said = t(`change.${change.kind}`, { by, before: earlier });
  return change.verdict === null ? said : `${said} ${t(`change.${change.verdict}`)}`;
};

/** The change of a share is said in percentage points: from 10 % to 12 % is two points, not two percent. */
const sayDifference = (words: Words, { unit }: Indicator, by: number): string => {
  const size = Math.abs(by);
  return unit === '%' || unit === '‰'
    ? words.t('unit.points', { count: size, number: sayNumber(words, size, 1) })
    : sayValue(words, size, unit);
};
