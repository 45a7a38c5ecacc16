/** The summary printed at the end: how much was done, and the first lines of every kind of review. */
import type { Language } from '@denba/quantities/text';
import { createReviews, type Reviews, reviewLines } from '../input/review.ts';
import { count, decimal } from '../output/format-number.ts';
import { type WhoName, whoNames } from './who-columns.ts';

export type ZscoreTally = {
  rows: number;
  readonly scored: Record<WhoName, number>;
  readonly flagged: Record<WhoName, number>;
  readonly reviews: Reviews;
};

export const createTally = (): ZscoreTally => {
  const zeros = () => ({ waz: 0, lhaz: 0, wlz: 0, bmiz: 0, hcz: 0, muacz: 0, tsz: 0, ssz: 0 });
  return { rows: 0, scored: zeros(), flagged: zeros(), reviews: createReviews() };
};

export const zscoreSummary = (tally: ZscoreTally, file: string, seconds: number, language: Language): string => {
  const french = language === 'fr';
  const n = (value: number): string => count(value, language);
  const indices = whoNames
    .filter((name) => tally.scored[name] + tally.flagged[name] > 0)
    .map((name) => {
      const flagged = tally.flagged[name];
      const all = n(tally.scored[name] + flagged);
      if (flagged === 0) return `${name} ${all}`;
      return french ? `${name} ${all} (dont ${n(flagged)} hors limites)` : `${name} ${all} (${n(flagged)} flagged)`;
    });
  const perSecond = n(Math.round(tally.rows / seconds));
  const said = french ? `, ${perSecond} par seconde` : `, ${perSecond} per second`;
  const rate = seconds < 1 ? '' : said;
  const time = decimal(seconds, 1, language);
  return [
    french
      ? `${n(tally.rows)} lignes traitées en ${time} s${rate}.`
      : `${n(tally.rows)} rows processed in ${time} s${rate}.`,
    french
      ? `z-scores : ${indices.length === 0 ? 'aucun' : indices.join(', ')}.`
      : `z-scores: ${indices.length === 0 ? 'none' : indices.join(', ')}.`,
    ...reviewLines(tally.reviews, file, language),
  ].join('\n');
};
