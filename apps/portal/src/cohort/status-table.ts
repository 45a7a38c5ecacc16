/** A table of numbers by status, with a row for each month or stratum. */
import { UNKNOWN } from '@denba/indicators/count/count-facts';
import { type Html, html } from '@denba/kit/html/html';
import { POOLED } from '../figures/pool-small.ts';
import { wholeShares } from '../indicator/whole-shares.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber, sayShare } from '../words/numbers.ts';
import { type CohortRow, statuses } from './cohort.ts';

export const statusTable = (
  visit: PortalVisit,
  site: PortalSite,
  id: string,
  first: string,
  rows: readonly CohortRow[],
): Html => {
  const { t } = visit;
  const shown = statuses.filter((code) => rows.some(({ parts }) => parts.some((part) => part.code === code)));
  return html`<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr><th scope="col">${first}</th><th scope="col" class="number">${t('cohort.all')}</th>${shown.map((code) => html`<th scope="col" class="number">${sayStatus(visit, site, code)}</th>`)}</tr></thead>
<tbody>${rows.map(({ name, all, parts }) => {
    const shares = wholeShares(shown.map((code) => parts.find((part) => part.code === code)?.count ?? 0));
    return html`<tr><th scope="row">${name}</th><td class="number">${sayNumber(visit, all)}</td>${shown.map(
      (code, at) => {
        const count = parts.find((part) => part.code === code)?.count ?? 0;
        return html`<td class="number">${sayNumber(visit, count)}${all > 0 && html` <span class="soft">${sayShare(visit, (shares[at] ?? 0) / 10)}</span>`}</td>`;
      },
    )}</tr>`;
  })}</tbody></table></div>`;
};

export const sayStatus = ({ t, text }: PortalVisit, { indicators }: PortalSite, code: string): string => {
  if (code === POOLED) return t('cohort.pooled');
  if (code === UNKNOWN) return t('table.unknown');
  const label = indicators.labels.find((one) => one.attribute === 'stay_status' && one.code === code)?.label;
  return label === undefined ? code : text(label);
};
