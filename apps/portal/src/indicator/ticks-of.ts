import type { PortalVisit } from '../portal-visit.ts';
import { sayTick } from '../words/numbers.ts';
import type { IndicatorFigures } from './indicator-figures.ts';

/** Formats the ticks of an axis in the unit of the indicator. */
export const ticksOf =
  (visit: PortalVisit, { unit }: IndicatorFigures['indicator']) =>
  (value: number): string =>
    sayTick(visit, value, unit);
