/** The counts of an indicator that must not become known where they are small, by place and unit of time. Pure. */
import type { Indicator } from '@denba/indicators/indicator';
import type { Counted } from '../counts/counted.ts';
import type { Cells, Level } from './hide-small.ts';

type Sums = Map<string, number>;

/**
 * `counts`: by month (for a stock, from the first month on), each including all that lies in its place. Protected are:
 * for a share, those who count, those who do not, and both together; for a spread, each code; for a mean or a median,
 * those who were measured; otherwise the count itself.
 */
export const guardCells = (
  indicator: Indicator,
  counts: readonly Counted[],
  year: string,
): ((place: string, level: Level) => readonly Cells[]) => {
  const isStock = indicator.kind === 'stock';
  const sums = new Map<string, Sums>();
  for (const count of counts) {
    const months = isStock ? monthsOf(year).filter((month) => month >= count.month) : [count.month];
    for (const month of months) add(sums, `${count.place} ${month}`, namedParts(indicator, count));
  }
  const of = (place: string, months: readonly string[]): Cells => {
    const all: Sums = new Map();
    for (const month of months)
      for (const [name, count] of sums.get(`${place} ${month}`) ?? []) all.set(name, (all.get(name) ?? 0) + count);
    return all;
  };
  // A stock is not added up over time, so it is protected by month only.
  return (place, level) => unitsOf(year, isStock ? 'month' : level).map((months) => of(place, months));
};

const namedParts = (
  { kind }: Indicator,
  { stratum, value, numerator, denominator, unknown }: Counted,
): readonly (readonly [string, number])[] => {
  switch (kind) {
    case 'share':
      return [
        [`${stratum} counts`, numerator],
        [`${stratum} does not`, denominator - unknown - numerator],
        [`${stratum} all`, denominator],
      ];
    case 'spread':
      return [[`${stratum} ${value}`, denominator]];
    case 'mean':
    case 'median':
      return [[`${stratum} all`, denominator]];
    default:
      return [[`${stratum} counts`, numerator]];
  }
};

const add = (sums: Map<string, Sums>, key: string, parts: readonly (readonly [string, number])[]): void => {
  const mine = sums.get(key) ?? new Map<string, number>();
  for (const [name, count] of parts) mine.set(name, (mine.get(name) ?? 0) + count);
  sums.set(key, mine);
};

const monthsOf = (year: string): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);

const unitsOf = (year: string, level: Level): readonly (readonly string[])[] => {
  const months = monthsOf(year);
  if (level === 'year') return [months];
  if (level === 'month') return months.map((month) => [month]);
  return [0, 3, 6, 9].map((first) => months.slice(first, first + 3));
};
