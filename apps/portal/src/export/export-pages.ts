/** The figures of an indicator as a file, with its definition. */
import { definitionOf } from '../indicator/definition-list.ts';
import { readIndicator } from '../indicator/read-indicator.ts';
import { writePeriod } from '../period/period.ts';
import { openPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalFile, PortalVisit } from '../portal-visit.ts';
import { type Cell, exportTable } from './export-table.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

type Rows = readonly (readonly Cell[])[];

const exported = async (
  site: PortalSite,
  visit: PortalVisit,
  write: (figures: Rows, definition: Rows) => Promise<Omit<PortalFile, 'name'> & { readonly end: string }>,
): Promise<PortalAnswer> => {
  const open = await openPlace(site, visit);
  const indicator = site.indicators.indicators.find(({ code }) => code === visit.params['indicator']);
  if (open === null || indicator === undefined) return { kind: 'notFound' };
  const figures = exportTable(visit, open, await readIndicator(site, visit, open, indicator), site.indicators.labels);
  const { end, ...file } = await write(figures, definitionOf(visit, indicator));
  const name = `denba-${indicator.code}-${writePeriod(open.period)}.${end}`.replaceAll(/[^\w.-]/g, '-');
  return { kind: 'file', file: { ...file, name } };
};

/** In the CSV file the definition follows the figures, after an empty line. */
export const csvPage = (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> =>
  exported(site, visit, async (figures, definition) => ({
    end: 'csv',
    type: 'text/csv; charset=utf-8',
    content: writeCsv([...figures, [], ...definition], visit.language),
  }));

export const workbookPage = (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> =>
  exported(site, visit, async (figures, definition) => ({
    end: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await writeWorkbook([
      { name: visit.t('export.figures'), rows: figures, widths: [14, 22, 24, 28, 12, 12, 12, 12, 12, 12, 30] },
      { name: visit.t('definition.title'), rows: definition, widths: [20, 90] },
    ]),
  }));
