/** Redirects to the highest place whose figures the reader may see. */
import { placeAddress } from '../address.ts';
import { usualPeriod, usualQuarter } from '../period/period.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { mayReadRegister } from '../reader.ts';
import type { PortalPlace } from './place-tree.ts';
import { readPlacesBelow } from './read-places.ts';

export const startPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const highest = await highestPlace(site, visit);
  if (highest === null) return { kind: 'notAllowed' };
  const usual = mayReadRegister(visit.reader, highest.path) ? usualPeriod : usualQuarter;
  return { kind: 'goOn', to: placeAddress(highest.id, usual(visit.today)) };
};

/** Returns `null` when the reader may not see the figures of any place. */
export const highestPlace = async (
  { db }: Pick<PortalSite, 'db'>,
  { reader }: Pick<PortalVisit, 'reader'>,
): Promise<PortalPlace | null> => {
  const [highest] = (await readPlacesBelow(db, reader.figures)).toSorted(
    (a, b) => a.path.split('/').length - b.path.split('/').length || a.name.localeCompare(b.name, 'fr'),
  );
  return highest ?? null;
};
