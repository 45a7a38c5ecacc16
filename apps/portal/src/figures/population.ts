/** How many people live in a place: as it was declared, else the sum of what lies in it, when that is known of all. */
import type { PopulationGroup } from '@denba/indicators/indicator';
import { peopleIn } from '@denba/indicators/population';
import { groupBy } from '../counts/group-by.ts';
import { begunOf, type Period } from '../period/period.ts';
import type { PortalPlace } from '../place/place-tree.ts';

export type Declared = { readonly place: string; readonly year: number; readonly population: number };

/** `year`: of the period; the last one declared until then counts, else the first after. `null`: nobody said. */
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

/** Of the group, over the months of a period that have begun, each by the people of its year. `null`: nobody said. */
export const peopleDuring = (
  places: readonly PortalPlace[],
  declared: readonly Declared[],
  period: Period,
  today: string,
): ((group: PopulationGroup, place: PortalPlace) => number | null) => {
  const years = [...groupBy(begunOf(period, today), (month) => month.slice(0, 4))].map(([year, months]) => ({
    ...{ people: populationOf(places, declared, Number(year)), months: months.length },
  }));
  // Before a period has begun nobody is expected, and that a population was not declared is told.
  const last = { people: populationOf(places, declared, Number(period.to.slice(0, 4))), months: 0 };
  return (group, place) =>
    sumOf(
      [...years, last].map(({ people, months }) => {
        const count = people(place);
        return count === null ? null : peopleIn(group, count, months);
      }),
    );
};

const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.length === 0
    ? null
    : parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
