/** Redirects to the protocol of the highest place whose figures the reader may see. */
import { placeAddress } from '../address.ts';
import { usualPeriod } from '../period/period.ts';
import { highestPlace } from '../place/start-page.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';

export const protocolStartPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const highest = await highestPlace(site, visit);
  return highest === null
    ? { kind: 'notAllowed' }
    : { kind: 'goOn', to: placeAddress(highest.id, usualPeriod(visit.today), 'protocol') };
};
