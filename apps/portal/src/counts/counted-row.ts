/** A row of sums as PostgreSQL returns it: sums of `bigint` columns come as text. */
import type { Counted } from './counted.ts';

type Sums = 'denominator' | 'numerator' | 'unknown' | 'total';

export type CountRow = Omit<Counted, Sums> & { readonly [name in Sums]: string };

export const countedOf = ({ denominator, numerator, unknown, total, ...cell }: CountRow): Counted => ({
  ...cell,
  denominator: Number(denominator),
  numerator: Number(numerator),
  unknown: Number(unknown),
  total: Number(total),
});
