/** What the page of an indicator and its exports show: plain data, the same for both. */

import { UNKNOWN } from '@denba/indicators/count/count-facts';
import type { Figure } from '@denba/indicators/figure/figure';
import type { Dimension, Indicator } from '@denba/indicators/indicator';
import type { Text } from '@denba/quantities/text';
import type { ClosedFigure } from '../closed/closed-figure.ts';
import type { Change } from '../figures/change.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import type { Outline } from '../place/read-places.ts';
import type { MapLayer } from './places-on-map.ts';

export type IndicatorFigures = {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly before: Figure;
  readonly change: Change;
  /** Month by month, over at least a year. */
  readonly months: readonly MonthFigure[];
  /** The places in this place or, when there are none, its siblings; with the figure of all of them together. */
  readonly compared: {
    readonly places: readonly PlaceFigure[];
    readonly together: Figure | null;
    readonly togetherPerThousand: number | null;
    readonly own: string | null;
  };
  /** The places on the map. */
  readonly map: { readonly kind: MapLayer['kind']; readonly places: readonly MapFigure[] };
  /** The outlines of the places in this place; when there are none, its own. */
  readonly outlines: readonly Outline[];
  readonly strata: readonly StrataOf[];
};

/** `closed`: the figure as the month was closed; `null`: not closed. */
export type MonthFigure = { readonly month: string; readonly figure: Figure; readonly closed: ClosedFigure | null };

export type PlaceFigure = {
  readonly place: PortalPlace;
  readonly figure: Figure;
  /** For a count: per thousand people; `null`: not a count, or nobody declared how many people live there. */
  readonly perThousand: number | null;
};

/** `where`: in degrees; `null`: not known. */
export type MapFigure = PlaceFigure & {
  readonly where: { readonly latitude: number; readonly longitude: number } | null;
};

export type StrataOf = {
  readonly dimension: Dimension;
  readonly strata: readonly { readonly value: string; readonly label: Text; readonly figure: Figure }[];
};

/** The values of a dimension in their order, followed by the value "not known". */
export const valuesOf = ({ values }: Dimension): readonly { readonly value: string; readonly label: Text }[] => [
  ...values,
  { value: UNKNOWN, label: { fr: 'Non connu', en: 'Not known' } },
];
