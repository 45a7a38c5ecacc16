/** Figures of places from the sums of all that lies in each: added up first, then made into a share. */

import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import { peopleIn } from '@denba/indicators/population';
import type { Counted } from '../counts/counted.ts';
import { groupBy } from '../counts/group-by.ts';
import { isWithin, type PortalPlace } from '../place/place-tree.ts';
import { mayReadRegister, type PortalReader } from '../reader.ts';

export type FigureOf = (indicator: Indicator, place: PortalPlace) => Figure;

type Given = {
  readonly places: readonly PortalPlace[];
  readonly counts: readonly Counted[];
  readonly reader: PortalReader;
  readonly population: (place: PortalPlace) => number | null;
  /** Of the period. */
  readonly months: number;
};

export const figuresOf = ({ places, counts, reader, population, months }: Given): FigureOf => {
  const byIndicator = groupBy(counts, ({ indicator }) => indicator);
  const within = withinEach(places);
  return (indicator, place) => {
    const inside = within(place);
    const mine = (byIndicator.get(indicator.code) ?? []).filter((count) => inside.has(count.place));
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

/** The ids of a place and of all that lies in it. */
const withinEach = (places: readonly PortalPlace[]): ((place: PortalPlace) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (place) => {
    const made = known.get(place.id) ?? new Set(places.filter((one) => isWithin(one, place)).map(({ id }) => id));
    known.set(place.id, made);
    return made;
  };
};
