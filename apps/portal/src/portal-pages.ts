/** Every page of the portal by its address, below /portal. All are read; none changes anything. */
import { indicatorListPage } from './indicator/indicator-list-page.ts';
import { overviewPage } from './overview/overview-page.ts';
import { startPage } from './place/start-page.ts';
import type { PortalSite } from './portal-site.ts';
import type { PortalAnswer, PortalVisit } from './portal-visit.ts';

export type ShowPage = (site: PortalSite, visit: PortalVisit) => Promise<PortalAnswer>;

export const portalPages: readonly (readonly [url: string, show: ShowPage])[] = [
  ['/', startPage],
  ['/places/:place', overviewPage],
  ['/places/:place/indicators', indicatorListPage],
];
