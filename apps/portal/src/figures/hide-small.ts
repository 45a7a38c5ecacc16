/**
 * Which places show no value of a count to a reader who may not see small numbers, so that a small number cannot be
 * derived by adding and subtracting what is shown: over the whole tree of places, and over the months, quarters and
 * years of a calendar year. Pure. Decision 0023.
 *
 * A place that has a small number (1 to 4) in any unit of a level (month, quarter, year) is hidden on that level for
 * the whole year. At least one of its siblings is hidden with it, and more until the hidden ones together are small in
 * no unit. Everything below a hidden place is hidden. A place hidden by year is hidden by quarter, and one hidden by
 * quarter is hidden by month. Whatever is hidden could thus be exchanged with a hidden sibling without changing
 * anything that is shown.
 */
import { FEWEST_SHOWN } from '@denba/indicators/figure/make-figure';
import { groupBy } from '../counts/group-by.ts';

export const levels = ['year', 'quarter', 'month'] as const;
export type Level = (typeof levels)[number];

/** Counts that add up over places and time, by name. */
export type Cells = ReadonlyMap<string, number>;

export type TreePlace = {
  readonly id: string;
  readonly parent: string | null;
  /** The reader may read its register, so its numbers need no protection. */
  readonly known: boolean;
};

/**
 * `cells` returns the counts of a place with all that lies in it, one for each unit of a level. `highest`: the places
 * whose parent the reader may not see.
 */
export const hiddenPlaces = (
  places: readonly TreePlace[],
  highest: ReadonlySet<string>,
  cells: (place: string, level: Level) => readonly Cells[],
): Readonly<Record<Level, ReadonlySet<string>>> => {
  const hidden: Readonly<Record<Level, Set<string>>> = { year: new Set(), quarter: new Set(), month: new Set() };
  const below = groupBy(
    places.filter(({ id }) => !highest.has(id)),
    ({ parent }) => parent ?? '',
  );
  const look = (siblings: readonly TreePlace[], parent: string | null): void => {
    const secret = siblings.filter(({ known }) => !known).map(({ id }) => id);
    let above: ReadonlySet<string> = new Set();
    for (const level of levels) {
      const isAll = parent !== null && hidden[level].has(parent);
      const small = secret.filter((id) => above.has(id) || cells(id, level).some(hasSmall));
      const chosen = isAll ? secret : parent === null ? small : withOthers(small, secret, (id) => cells(id, level));
      for (const id of chosen) hidden[level].add(id);
      above = new Set(chosen);
    }
    for (const { id } of siblings) look(below.get(id) ?? [], id);
  };
  for (const place of places) if (highest.has(place.id)) look([place], null);
  return hidden;
};

/**
 * Adds siblings to the small ones until at least two are hidden and their sum is small in no unit. The smallest
 * siblings are added first, because their figures are missed least.
 */
const withOthers = (
  small: readonly string[],
  secret: readonly string[],
  cells: (place: string) => readonly Cells[],
): readonly string[] => {
  if (small.length === 0) return small;
  const others = secret.filter((id) => !small.includes(id));
  const sizes = new Map(others.map((id) => [id, sumOf(cells(id))]));
  const rest = others.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || (a < b ? -1 : 1));
  const chosen = [...small];
  while (rest.length > 0 && (chosen.length < 2 || together(chosen.map(cells)).some(hasSmall))) {
    chosen.push(rest.shift() ?? '');
  }
  return chosen;
};

/** The sum of several places, unit by unit. */
const together = (all: readonly (readonly Cells[])[]): readonly Cells[] =>
  (all[0] ?? []).map((_, unit) => {
    const sum = new Map<string, number>();
    for (const units of all) for (const [name, count] of units[unit] ?? []) sum.set(name, (sum.get(name) ?? 0) + count);
    return sum;
  });

const hasSmall = (cells: Cells): boolean => [...cells.values()].some((count) => count > 0 && count < FEWEST_SHOWN);

const sumOf = (units: readonly Cells[]): number =>
  units.reduce((sum, cells) => sum + [...cells.values()].reduce((all, count) => all + count, 0), 0);
