/** Makes the figures of places from their sums, each of which includes all that lies in the place. */

import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator, PopulationGroup } from '@denba/indicators/indicator';
import type { Counted } from '../counts/counted.ts';
import { groupBy } from '../counts/group-by.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { mayReadRegister, type PortalReader } from '../reader.ts';

export type FigureOf = (indicator: Indicator, place: PortalPlace) => Figure;

type Given = {
  /** The places whose figures can be asked for. Asking for another one throws, because its sums were not read. */
  readonly shown: readonly PortalPlace[];
  /** The sums of the shown places. */
  readonly counts: readonly Counted[];
  readonly reader: PortalReader;
  /** How many people of the group live in the place during the period; `null`: not known. */
  readonly people: (group: PopulationGroup, place: PortalPlace) => number | null;
  /** Whether the place recorded anything by the end of the period. */
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

/**
 * Replaces a zero that nobody counted by "nothing recorded". A figure that is missing for another reason keeps that
 * reason.
 */
export const ofNothingRecorded = (figure: Figure): Figure =>
  figure.why === null || figure.why === 'nothingToCount'
    ? { ...figure, denominator: null, value: null, why: 'nothingRecorded' }
    : figure;
