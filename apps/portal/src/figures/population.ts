/**
 * How many people live in a place: the declared number, else the sum over the places in it when each of these is known.
 */
import type { PopulationGroup } from '@denba/indicators/indicator';
import { peopleIn } from '@denba/indicators/population';
import { groupBy } from '../counts/group-by.ts';
import { begunOf, type Month, type Period } from '../period/period.ts';
import { isCentre, type PortalPlace } from '../place/place-tree.ts';

export type Declared = { readonly place: string; readonly year: number; readonly population: number };

/**
 * `year`: the year of the period. The last number declared up to that year counts, else the first one after it. `null`:
 * nobody declared one.
 */
export const populationOf = (
  places: readonly PortalPlace[],
  declared: readonly Declared[],
  year: number,
): ((place: PortalPlace) => number | null) => {
  const declaredOf = groupBy(declared, ({ place }) => place);
  const own = (id: string): number | null => {
    const mine = (declaredOf.get(id) ?? []).toSorted((a, b) => a.year - b.year);
    return (mine.findLast((one) => one.year <= year) ?? mine[0])?.population ?? null;
  };
  const below = groupBy(places, ({ parent }) => parent ?? '');
  const known = new Map<string, number | null>();
  const of = (id: string): number | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const made =
      own(id) ?? sumOf((below.get(id) ?? []).filter(({ kind }) => kind !== 'hospital').map((one) => of(one.id)));
    known.set(id, made);
    return made;
  };
  return ({ id }) => of(id);
};

/** What the expected numbers are worked out from. `begun` holds the first month in which each place recorded. */
export type Expected = {
  readonly places: readonly PortalPlace[];
  readonly declared: readonly Declared[];
  readonly begun: ReadonlyMap<string, Month>;
};

/**
 * The number of people of a group, over the months of a period that have begun. Each month counts the people of its
 * year whose centre had recorded by then. Returns `null` when nobody declared the population.
 */
export const peopleDuring = (
  { places, declared, begun }: Expected,
  period: Period,
  today: string,
): ((group: PopulationGroup, place: PortalPlace) => number | null) => {
  const hasBegun = hasBegunIn(places, begun);
  const below = groupBy(
    places.filter(({ kind }) => kind !== 'hospital'),
    ({ parent }) => parent ?? '',
  );
  const years = [...groupBy(begunOf(period, today), (month) => month.slice(0, 4))].map(([year, months]) => {
    const people = populationOf(places, declared, Number(year));
    return { people, shares: months.map((month) => shareIn(below, people, (place) => hasBegun(place, month))) };
  });
  // With this entry of no months, a period that has not begun expects nobody (0), and a population that was not
  // declared still gives `null`.
  const last = { people: populationOf(places, declared, Number(period.to.slice(0, 4))), shares: [] };
  return (group, place) =>
    sumOf(
      [...years, last].map(({ people, shares }) => {
        const count = people(place);
        return count === null
          ? null
          : peopleIn(
              group,
              count,
              shares.reduce((sum, share) => sum + share(place), 0),
            );
      }),
    );
};

/** Whether the place, or any place in it, had recorded by a month. */
export const hasBegunIn = (
  places: readonly PortalPlace[],
  begun: ReadonlyMap<string, Month>,
): ((place: PortalPlace, month: Month) => boolean) => {
  const first = new Map<string, Month>();
  for (const { id, path } of places) {
    const month = begun.get(id);
    if (month === undefined) continue;
    for (const above of path.split('/').slice(0, -1)) {
      const before = first.get(above);
      if (before === undefined || month < before) first.set(above, month);
    }
  }
  return ({ id }, month) => (first.get(id) ?? NEVER) <= month;
};

/**
 * The share (0 to 1) of a place's people who live around a centre that has begun to record. For a centre it is 0 or 1.
 * For a district it is weighted by the people of its centres; when these are not known for each centre, it is 1 from
 * the first centre on.
 */
const shareIn = (
  below: ReadonlyMap<string, readonly PortalPlace[]>,
  people: (place: PortalPlace) => number | null,
  hasBegun: (place: PortalPlace) => boolean,
): ((place: PortalPlace) => number) => {
  const of = (place: PortalPlace): number => {
    if (!hasBegun(place)) return 0;
    const parts = isCentre(place) ? [] : (below.get(place.id) ?? []);
    const all = sumOf(parts.map(people));
    if (all === null || all === 0) return 1;
    return parts.reduce((sum, part) => sum + (people(part) ?? 0) * of(part), 0) / all;
  };
  return of;
};

/** Sorts after every month. */
const NEVER = '9999-99';

const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.length === 0
    ? null
    : parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
