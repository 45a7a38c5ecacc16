/** What is said at the end: how much was done, and every kind of thing to review with its first lines. */
import type { Language } from '@denba/quantities/text';
import { count, decimal } from '../output/format-number.ts';
import { type Review, type ReviewCode, reviewWords } from './row-flags.ts';
import { type WhoName, whoNames } from './who-columns.ts';

const SHOWN_LINES = 3;

export type ZscoreTally = {
  rows: number;
  readonly scored: Record<WhoName, number>;
  readonly flagged: Record<WhoName, number>;
  reviews: number;
  /** By `column:code`. */
  readonly kinds: Map<string, { readonly first: Review[]; count: number }>;
};

export const createTally = (): ZscoreTally => {
  const zeros = (): Record<WhoName, number> => ({
    waz: 0,
    lhaz: 0,
    wlz: 0,
    bmiz: 0,
    hcz: 0,
    muacz: 0,
    tsz: 0,
    ssz: 0,
  });
  return { rows: 0, scored: zeros(), flagged: zeros(), reviews: 0, kinds: new Map() };
};

export const tellReview = (tally: ZscoreTally, review: Review): void => {
  tally.reviews += 1;
  const key = `${review.column}:${review.code}`;
  const kind = tally.kinds.get(key) ?? { first: [], count: 0 };
  kind.count += 1;
  if (kind.first.length < SHOWN_LINES) kind.first.push(review);
  tally.kinds.set(key, kind);
};

export const zscoreSummary = (tally: ZscoreTally, file: string, seconds: number, language: Language): string => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const n = (value: number): string => count(value, language);
  const indices = whoNames
    .filter((name) => tally.scored[name] + tally.flagged[name] > 0)
    .map((name) => {
      const flagged = tally.flagged[name];
      const also = flagged === 0 ? '' : say(` (dont ${n(flagged)} hors limites)`, ` (${n(flagged)} flagged)`);
      return `${name} ${n(tally.scored[name] + flagged)}${also}`;
    });
  const rate =
    seconds > 1
      ? say(
          `, ${n(Math.round(tally.rows / seconds))} par seconde`,
          `, ${n(Math.round(tally.rows / seconds))} per second`,
        )
      : '';
  const colon = say(' :', ':');
  return [
    say(
      `${n(tally.rows)} lignes traitées en ${decimal(seconds, 1, language)} s${rate}.`,
      `${n(tally.rows)} rows processed in ${decimal(seconds, 1, language)} s${rate}.`,
    ),
    `z-scores${colon} ${indices.length === 0 ? say('aucun', 'none') : indices.join(', ')}.`,
    ...(tally.reviews === 0
      ? []
      : [
          say(`À revoir : ${n(tally.reviews)}.`, `To review: ${n(tally.reviews)}.`),
          ...reviewLines(tally, file, language),
        ]),
  ].join('\n');
};

const reviewLines = ({ kinds }: ZscoreTally, file: string, language: Language): string[] =>
  [...kinds.values()].flatMap(({ first, count: total }) => {
    const [example] = first;
    if (example === undefined) return [];
    const shown = first.map(
      ({ line, column, code, cell }) =>
        `  ${file}:${line} [${column}] ${quoted(cell, language)} ${words(code, language)}`,
    );
    const more = total - first.length;
    if (more <= 0) return shown;
    const rest = `${count(more, language)}`;
    return [...shown, language === 'fr' ? `  … et ${rest} autres de ce genre` : `  … and ${rest} more of this kind`];
  });

const words = (code: ReviewCode, language: Language): string => reviewWords[code][language];

const quoted = (cell: string, language: Language): string => {
  const text = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  return language === 'fr' ? `« ${text} »` : `“${text}”`;
};
