/** A share as text, for example `217 (19,5 % ; 17,3–21,9)`. */
import type { Language } from '@denba/quantities/text';
import { count, decimal } from '../output/format-number.ts';
import type { Share } from './share.ts';

export const shareText = ({ n, pct, low, high }: Share, language: Language): string => {
  if (pct === null || low === null || high === null) return '–';
  const [share, from, to] = [pct, low, high].map((value) => decimal(value, 1, language));
  return language === 'fr'
    ? `${count(n, language)} (${share} % ; ${from}–${to})`
    : `${count(n, language)} (${share} %; ${from}–${to})`;
};
