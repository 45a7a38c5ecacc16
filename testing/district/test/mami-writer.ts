/** The writer of visits with the MAMI protocol, made once for the tests of the district. */

import { localDate } from '@denba/quantities/local-date';
import { type DistrictCentre, districtCentres } from '@denba/scenario/district/district-centre';
import { createVisitWriter } from '@denba/scenario/district/visit-writer';
import { compiledMami } from '../../protocols/test/compiled-mami.ts';

export const protocol = compiledMami;
export const writer = createVisitWriter(protocol);
export const seed = 'district';
export const lastDay = localDate('2026-11-25');

export const centreOf = (place: string, size: number): DistrictCentre => {
  const found = districtCentres(seed, lastDay, size).find((centre) => centre.place === place);
  if (found === undefined) throw new RangeError(`the district has no centre ${place}`);
  return found;
};
