/**
 * What is hidden at the shown places is the same, whether all places of the country are examined or only those that
 * decide.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedIndicators } from '../../../../testing/indicators/read-shipped-indicators.ts';
import type { Counted } from '../counts/counted.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { guardCells } from './guard-cells.ts';
import { hiddenPlaces, levels } from './hide-small.ts';
import { placesThatDecide } from './places-that-decide.ts';

const indicators = shippedIndicators();
const nowhere = { kind: 'district', latitude: null, longitude: null } as const;

/**
 * A tree of any depth: the parent of each place comes before it. Some of the first places have a parent that the reader
 * cannot see.
 */
const arbitraryTree: fc.Arbitrary<readonly PortalPlace[]> = fc
  .array(fc.record({ above: fc.nat(), isHighest: fc.boolean() }), { minLength: 1, maxLength: 14 })
  .map((all) => {
    const places: PortalPlace[] = [];
    for (const [at, { above, isHighest }] of all.entries()) {
      const parent = at === 0 || (isHighest && at < 3) ? undefined : places[above % at];
      const id = `p${at}`;
      const path = `${parent?.path ?? 'unseen/'}${id}/`;
      places.push({ id, parent: parent?.id ?? 'unseen', name: id, path, ...nowhere });
    }
    return places;
  });

const arbitraryCount = fc.record({
  place: fc.nat(),
  month: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`),
  numerator: fc.nat(9),
  others: fc.nat(20),
});

const indicatorOf = (kind: string) => {
  const found = indicators.indicators.find((one) => one.kind === kind && one.needs === null);
  if (found === undefined) throw new Error(`no indicator is a ${kind}`);
  return found;
};

const hiddenWith = (
  places: readonly PortalPlace[],
  highest: ReadonlySet<string>,
  known: ReadonlySet<string>,
  counts: readonly Counted[],
  kind: string,
) =>
  hiddenPlaces(
    places.map((place) => ({ ...place, known: known.has(place.id) })),
    highest,
    guardCells(indicatorOf(kind), counts, '2026'),
  );

describe('what decides alone', () => {
  it.each(['share', 'count', 'stock'])('hides of a %s what the whole tree hides, at every shown place', (kind) => {
    fc.assert(
      fc.property(
        arbitraryTree,
        fc.array(arbitraryCount, { maxLength: 60 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        (tree, told, shownAt, knownAt) => {
          const place = (at: number): PortalPlace => tree[at % tree.length] as PortalPlace;
          const counts = told.flatMap(({ place: at, month, numerator, others }): readonly Counted[] =>
            // Adds the counts to the sums of the place and of every place that it lies in.
            tree
              .filter(({ path }) => place(at).path.startsWith(path))
              .map(({ id }) => ({
                ...{ place: id, indicator: indicatorOf(kind).code, month, stratum: '', value: '' },
                ...{ numerator, denominator: numerator + others, unknown: 0, total: 0 },
              })),
          );
          const [shown, known] = [shownAt.map(place), new Set(knownAt.map((at) => place(at).id))];
          const top = new Set(tree.filter(({ parent }) => parent === 'unseen').map(({ id }) => id));
          const whole = hiddenWith(tree, top, known, counts, kind);
          const { places, highest } = placesThatDecide(tree, shown);
          const some = hiddenWith(places, highest, known, counts, kind);
          for (const level of levels)
            for (const { id } of shown)
              expect([id, level, some[level].has(id)]).toEqual([id, level, whole[level].has(id)]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
