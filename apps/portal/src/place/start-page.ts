/** Leads to the highest place that she may see figures of. */
import { placeAddress } from '../address.ts';
import { usualPeriod } from '../period/period.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import type { PortalPlace } from './place-tree.ts';
import { readPlacesBelow } from './read-places.ts';

export const startPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const highest = await highestPlace(site, visit);
  return highest === null
    ? { kind: 'notAllowed' }
    : { kind: 'goOn', to: placeAddress(highest.id, usualPeriod(visit.today)) };
};

/** `null`: she may see figures of none. */
export const highestPlace = async (
  { db }: Pick<PortalSite, 'db'>,
  { reader }: Pick<PortalVisit, 'reader'>,
): Promise<PortalPlace | null> => {
  const [highest] = (await readPlacesBelow(db, reader.figures)).toSorted(
    (a, b) => a.path.split('/').length - b.path.split('/').length || a.name.localeCompare(b.name, 'fr'),
  );
  return highest ?? null;
};
