/** Figures of places from the sums of all that lies in each: added up first, then made into a share. */

import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import { peopleIn } from '@denba/indicators/population';
import type { Counted } from '../counts/counted.ts';
import { groupBy } from '../counts/group-by.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { mayReadRegister, type PortalReader } from '../reader.ts';

export type FigureOf = (indicator: Indicator, place: PortalPlace) => Figure;

type Given = {
  /** Of which figures will be asked: another place is a defect, for its sum was not read. */
  readonly shown: readonly PortalPlace[];
  /** Each of a shown place, or of what lies in one and in none lower. */
  readonly counts: readonly Counted[];
  readonly reader: PortalReader;
  readonly population: (place: PortalPlace) => number | null;
  /** Of the period. */
  readonly months: number;
};

export const figuresOf = ({ shown, counts, reader, population, months }: Given): FigureOf => {
  const byIndicator = new Map(
    [...groupBy(counts, ({ indicator }) => indicator)].map(([code, mine]) => [code, countsWithin(shown, mine)]),
  );
  const known = new Set(shown.map(({ id }) => id));
  return (indicator, place) => {
    if (!known.has(place.id)) throw new Error(`the figures of ${place.id} were not read`);
    const mine = byIndicator.get(indicator.code)?.get(place.id) ?? [];
    const people = population(place);
    const group = indicator.population;
    return makeFigure(
      indicator,
      mine,
      { mayReadRegister: mayReadRegister(reader, place.path) },
      group === null || people === null ? null : peopleIn(group, people, months),
    );
  };
};

/** By place, the counts of the place and of all that lies in it: each count is filed under every place above its own. */
const countsWithin = (
  places: readonly PortalPlace[],
  counts: readonly Counted[],
): ReadonlyMap<string, readonly Counted[]> => {
  const above = new Map(places.map(({ id, path }) => [id, path.split('/').filter((one) => one !== '')]));
  const within = new Map<string, Counted[]>();
  for (const count of counts) {
    for (const id of above.get(count.place) ?? []) {
      const mine = within.get(id);
      if (mine === undefined) within.set(id, [count]);
      else mine.push(count);
    }
  }
  return within;
};
