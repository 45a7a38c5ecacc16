/** The writer of visits with the MAMI protocol, made once for the tests of the district. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { localDate } from '@denba/quantities/local-date';
import { type DistrictCentre, districtCentres } from '@denba/scenario/district/district-centre';
import { createVisitWriter } from '@denba/scenario/district/visit-writer';
import { mamiFiles } from '../../protocols/read-mami.ts';

export const protocol = compileProtocol(readProtocol(mamiFiles()).source).compiled;
export const writer = createVisitWriter(protocol);
export const seed = 'district';
export const lastDay = localDate('2026-11-25');

export const centreOf = (place: string, size: number): DistrictCentre => {
  const found = districtCentres(seed, lastDay, size).find((centre) => centre.place === place);
  if (found === undefined) throw new RangeError(`the district has no centre ${place}`);
  return found;
};
