/** The pages and forms of the portal by their address below /portal. */
import { centrePage } from './centre/centre-page.ts';
import { cohortPage } from './cohort/cohort-page.ts';
import { missingPage } from './cohort/missing-page.ts';
import { doublesPage } from './doubles/doubles-page.ts';
import { csvPage, workbookPage } from './export/export-pages.ts';
import { familiesPage } from './families/families-page.ts';
import { growthPage } from './growth/growth-page.ts';
import { indicatorListPage } from './indicator/indicator-list-page.ts';
import { indicatorPage } from './indicator/indicator-page.ts';
import { overviewPage } from './overview/overview-page.ts';
import { startPage } from './place/start-page.ts';
import type { PortalSite } from './portal-site.ts';
import type { PortalAnswer, PortalVisit } from './portal-visit.ts';
import { bookletPage } from './protocol/booklet-page.ts';
import { casePage } from './protocol/case-page.ts';
import { chapterPage } from './protocol/chapter-page.ts';
import { protocolStartPage } from './protocol/protocol-start-page.ts';
import { qualityPage } from './quality/quality-page.ts';
import { reportPage, saveReport } from './report/report-page.ts';

export type ShowPage = (site: PortalSite, visit: PortalVisit) => Promise<PortalAnswer>;

export const portalPages: readonly (readonly [url: string, show: ShowPage])[] = [
  ['/', startPage],
  ['/places/:place', overviewPage],
  ['/places/:place/cohort', cohortPage],
  ['/places/:place/missing', missingPage],
  ['/places/:place/growth', growthPage],
  ['/places/:place/quality', qualityPage],
  ['/places/:place/doubles', doublesPage],
  ['/places/:place/centre', centrePage],
  ['/places/:place/report', (site, visit) => reportPage(site, visit)],
  ['/places/:place/indicators', indicatorListPage],
  ['/places/:place/indicators/:indicator', indicatorPage],
  ['/places/:place/indicators/:indicator/families', familiesPage],
  ['/places/:place/indicators/:indicator/figures.csv', csvPage],
  ['/places/:place/indicators/:indicator/figures.xlsx', workbookPage],
  ['/protocol', protocolStartPage],
  ['/places/:place/protocol', bookletPage],
  ['/places/:place/protocol/try', (site, visit) => casePage(site, visit)],
  ['/places/:place/protocol/:chapter', chapterPage],
];

export type DoForm = (
  site: PortalSite,
  visit: PortalVisit,
  fields: Readonly<Record<string, string>>,
) => Promise<PortalAnswer>;

/**
 * Forms are sent by POST: they save something, or hold what must not be in an address, because somebody may type a real
 * case.
 */
export const portalForms: readonly (readonly [url: string, act: DoForm])[] = [
  ['/places/:place/protocol/try', casePage],
  ['/places/:place/report', saveReport],
];
