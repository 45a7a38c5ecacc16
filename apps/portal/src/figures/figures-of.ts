/** Figures of places from the sums of each with all that lies in it. */

import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator, PopulationGroup } from '@denba/indicators/indicator';
import type { Counted } from '../counts/counted.ts';
import { groupBy } from '../counts/group-by.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { mayReadRegister, type PortalReader } from '../reader.ts';

export type FigureOf = (indicator: Indicator, place: PortalPlace) => Figure;

type Given = {
  /** Of which figures will be asked: another place is a defect, for its sum was not read. */
  readonly shown: readonly PortalPlace[];
  /** Of the shown places. */
  readonly counts: readonly Counted[];
  readonly reader: PortalReader;
  /** Of the period. */
  readonly people: (group: PopulationGroup, place: PortalPlace) => number | null;
  /** Recorded by the end of the period. */
  readonly hasBegun: (place: PortalPlace) => boolean;
};

export const figuresOf = ({ shown, counts, reader, people, hasBegun }: Given): FigureOf => {
  const byIndicator = new Map(
    [...groupBy(counts, ({ indicator }) => indicator)].map(([code, mine]) => [
      code,
      groupBy(mine, ({ place }) => place),
    ]),
  );
  const known = new Set(shown.map(({ id }) => id));
  return (indicator, place) => {
    if (!known.has(place.id)) throw new Error(`the figures of ${place.id} were not read`);
    const mine = byIndicator.get(indicator.code)?.get(place.id) ?? [];
    const group = indicator.population;
    const figure = makeFigure(
      indicator,
      mine,
      { mayReadRegister: mayReadRegister(reader, place.path) },
      group === null ? null : people(group, place),
    );
    return mine.length > 0 || hasBegun(place) ? figure : ofNothingRecorded(figure);
  };
};

/** Instead of a zero that nobody counted. What could not be told anyway keeps its reason. */
export const ofNothingRecorded = (figure: Figure): Figure =>
  figure.why === null || figure.why === 'nothingToCount'
    ? { ...figure, denominator: null, value: null, why: 'nothingRecorded' }
    : figure;
