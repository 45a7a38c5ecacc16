/** Leads to the highest place that she may see figures of. */
import { placeAddress } from '../address.ts';
import { usualPeriod, usualQuarter } from '../period/period.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { mayReadRegister } from '../reader.ts';
import { readPlacesBelow } from './read-places.ts';

export const startPage = async ({ db }: PortalSite, { reader, today }: PortalVisit): Promise<PortalAnswer> => {
  const [highest] = (await readPlacesBelow(db, reader.figures)).toSorted(
    (a, b) => a.path.split('/').length - b.path.split('/').length || a.name.localeCompare(b.name, 'fr'),
  );
  return highest === undefined
    ? { kind: 'notAllowed' }
    : {
        kind: 'goOn',
        to: placeAddress(highest.id, mayReadRegister(reader, highest.path) ? usualPeriod(today) : usualQuarter(today)),
      };
};
