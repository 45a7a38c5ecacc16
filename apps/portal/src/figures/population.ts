/** How many people live in a place: as it was declared, else the sum of what lies in it, when that is known of all. */
import { groupBy } from '../counts/group-by.ts';
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

const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.length === 0
    ? null
    : parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
