/** From counts to a figure. Counts are added up over places and months first: a share is never averaged from shares. */
import { wilsonInterval } from '@denba/quantities/wilson-interval';
import type { Count } from '../count/count.ts';
import { TOTAL_SCALE } from '../count/count-facts.ts';
import type { Indicator } from '../indicator.ts';
import type { Figure, NotComputable } from './figure.ts';

type Sums = Pick<Count, 'value' | 'denominator' | 'numerator' | 'unknown' | 'total'>;

export type Reader = {
  /** Whether the reader may read the register of the place: then small cells and restricted indicators are shown. */
  readonly mayReadRegister: boolean;
};

/**
 * `counts`: any number of counts, all of one indicator and one stratum. For a stock they must cover every month up to
 * the end of the period. `people`: size of the population for the period (`population.ts`); `null` when it is not
 * known.
 */
export const makeFigure = (
  indicator: Indicator,
  counts: readonly Sums[],
  { mayReadRegister }: Reader,
  people: number | null = null,
): Figure => {
  const sum = (name: 'denominator' | 'numerator' | 'unknown' | 'total'): number =>
    counts.reduce((all, count) => all + count[name], 0);
  const [denominator, numerator, unknown] = [sum('denominator'), sum('numerator'), sum('unknown')];
  const { code, kind, unit, needs, restricted } = indicator;
  const none = (why: NotComputable): Figure => ({ ...empty(code), why });
  if (needs !== null) return none('notYetFed');
  if (restricted && !mayReadRegister) return none('restricted');
  switch (kind) {
    case 'count':
      return hidden(mayReadRegister, numerator) ? none('tooFew') : plain(code, numerator);
    case 'stock':
      return hidden(mayReadRegister, numerator) ? none('tooFew') : plain(code, numerator);
    case 'coverage': {
      if (people === null)
        return { ...none('noPopulation'), numerator: hidden(mayReadRegister, numerator) ? 0 : numerator };
      // The population is 0, or the period has not begun.
      if (people <= 0) return none('nothingToCount');
      if (hidden(mayReadRegister, numerator)) return none('tooFew');
      // A value above 100 % is kept and shown: it means that the population is wrong, and hiding it would not correct
      // that.
      return { ...plain(code, numerator), denominator: people, value: (numerator / people) * 100 };
    }
    case 'share': {
      const known = denominator - unknown;
      const small = [numerator, known - numerator, denominator].some((cell) => hidden(mayReadRegister, cell));
      if (denominator === 0) return { ...none('nothingToCount'), denominator: 0 };
      if (small) return none('tooFew');
      if (known === 0) return { ...none('allUnknown'), denominator, unknown };
      const interval = wilsonInterval(numerator, known);
      const of = unit === '‰' ? 1000 : 100;
      return {
        ...empty(code),
        numerator,
        denominator,
        unknown,
        value: (numerator / known) * of,
        interval: interval && { low: interval.low * of, high: interval.high * of },
      };
    }
    case 'mean': {
      if (denominator === 0) return { ...none('nothingToCount'), denominator };
      if (hidden(mayReadRegister, denominator)) return none('tooFew');
      return { ...empty(code), numerator, denominator, value: sum('total') / TOTAL_SCALE / denominator };
    }
    case 'median': {
      if (denominator === 0) return { ...none('nothingToCount'), denominator };
      if (hidden(mayReadRegister, denominator)) return none('tooFew');
      return { ...empty(code), numerator, denominator, value: medianOf(counts) };
    }
    case 'spread': {
      if (denominator === 0) return { ...none('nothingToCount'), denominator };
      const parts = partsOf(counts, denominator);
      if (parts.some(({ count }) => hidden(mayReadRegister, count))) return none('tooFew');
      return { ...empty(code), numerator: denominator, denominator, parts };
    }
  }
};

/** Cells below this number (but not 0) are hidden from readers who may not read the register. */
export const FEWEST_SHOWN = 5;

const hidden = (mayReadRegister: boolean, cell: number): boolean => !mayReadRegister && cell > 0 && cell < FEWEST_SHOWN;

const empty = (indicator: string): Figure => ({
  indicator,
  numerator: 0,
  denominator: null,
  unknown: 0,
  value: null,
  interval: null,
  why: null,
  parts: [],
});

const plain = (indicator: string, numerator: number): Figure => ({ ...empty(indicator), numerator, value: numerator });

const medianOf = (counts: readonly Sums[]): number => {
  const sorted = counts
    .map(({ value, denominator }) => ({ value: Number(value), many: denominator }))
    .toSorted((a, b) => a.value - b.value);
  const all = sorted.reduce((sum, { many }) => sum + many, 0);
  const at = (place: number): number => {
    let seen = 0;
    for (const { value, many } of sorted) {
      seen += many;
      if (seen > place) return value;
    }
    return Number.NaN;
  };
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2;
};

const partsOf = (counts: readonly Sums[], all: number): Figure['parts'] => {
  const byCode = new Map<string, number>();
  for (const { value, denominator } of counts) byCode.set(value, (byCode.get(value) ?? 0) + denominator);
  return [...byCode]
    .map(([code, count]) => ({ code, count, share: (count / all) * 100 }))
    .filter(({ count }) => count !== 0)
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
};
