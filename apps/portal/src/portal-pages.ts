/** Every page of the portal by its address, below /portal. All are read; none changes anything. */
import { csvPage, workbookPage } from './export/export-pages.ts';
import { familiesPage } from './families/families-page.ts';
import { indicatorListPage } from './indicator/indicator-list-page.ts';
import { indicatorPage } from './indicator/indicator-page.ts';
import { overviewPage } from './overview/overview-page.ts';
import { startPage } from './place/start-page.ts';
import type { PortalSite } from './portal-site.ts';
import type { PortalAnswer, PortalVisit } from './portal-visit.ts';

export type ShowPage = (site: PortalSite, visit: PortalVisit) => Promise<PortalAnswer>;

export const portalPages: readonly (readonly [url: string, show: ShowPage])[] = [
  ['/', startPage],
  ['/places/:place', overviewPage],
  ['/places/:place/indicators', indicatorListPage],
  ['/places/:place/indicators/:indicator', indicatorPage],
  ['/places/:place/indicators/:indicator/families', familiesPage],
  ['/places/:place/indicators/:indicator/figures.csv', csvPage],
  ['/places/:place/indicators/:indicator/figures.xlsx', workbookPage],
];
