/** Counts of places of different size, made comparable: by a thousand of the people who live there. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';

/** `people`: who live in the place; `null`: nobody said. `null`: not a count, or not known. */
export const perThousand = ({ unit }: Indicator, { value }: Figure, people: number | null): number | null =>
  unit !== 'n' || value === null || people === null || people <= 0 ? null : (value / people) * 1000;
