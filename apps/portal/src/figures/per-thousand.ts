/** Counts per thousand inhabitants, so that places of different size can be compared. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';

/**
 * `people`: how many people live in the place; `null`: not declared. Returns `null` for an indicator that is not a
 * count, and when the count or the population is not known.
 */
export const perThousand = ({ unit }: Indicator, { value }: Figure, people: number | null): number | null =>
  unit !== 'n' || value === null || people === null || people <= 0 ? null : (value / people) * 1000;
