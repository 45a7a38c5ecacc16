/** Mean z-scores by month of age. */
import { makeFigure } from '@denba/indicators/figure/make-figure';
import { html, type Part } from '@denba/kit/html/html';
import type { Counted } from '../counts/counted.ts';
import { meanLines } from '../pictures/mean-lines.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';

const lines = [
  { code: 'GRO.05', key: 'waz', kind: 'first' },
  { code: 'GRO.06', key: 'wlz', kind: 'second' },
  { code: 'GRO.07', key: 'laz', kind: 'third' },
] as const;

export const pathSection = (
  visit: PortalVisit,
  { indicators }: PortalSite,
  open: OpenPlace,
  counts: readonly Counted[],
): Part => {
  const { t } = visit;
  const ages = indicators.dimensions.find(({ name }) => name === 'age_month')?.values ?? [];
  const made = lines.flatMap(({ code, key, kind }) => {
    const indicator = indicators.indicators.find((one) => one.code === code);
    if (indicator === undefined) return [];
    const figures = ages.map(({ value }) =>
      makeFigure(
        indicator,
        counts.filter((count) => count.indicator === code && count.stratum === `age_month=${value}`),
        open,
      ),
    );
    return [{ name: t(`growth.${key}`), kind, figures }];
  });
  const values = made.map(({ name, kind, figures }) => ({ name, kind, values: figures.map(({ value }) => value) }));
  const isEmpty = values.every((line) => line.values.every((value) => value === null));
  return html`<section aria-labelledby="path"><h2 id="path">${t('growth.path')}</h2>
${
  isEmpty
    ? html`<p class="no-value">${t('why.nothingToCount')}</p>`
    : html`<div class="beside">${meanLines(values, {
        labels: ages.map((_, month) => String(month)),
        says: t('growth.path-says'),
        say: (value) => sayNumber(visit, value, 1),
      })}
<div><div class="scroll" role="group" aria-labelledby="path" tabindex="0"><table>
<thead><tr><th scope="col">${t('growth.age')}</th>${made.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${ages.map(
        ({ label }, month) =>
          html`<tr><th scope="row">${visit.text(label)}</th>${made.map(({ figures }) => {
            const figure = figures[month];
            return html`<td class="number">${figure?.value == null ? '–' : html`${sayNumber(visit, figure.value, 2)} <span class="soft">(${sayNumber(visit, figure.denominator ?? 0)})</span>`}</td>`;
          })}</tr>`,
      )}</tbody></table></div><p class="soft">${t('growth.path-mind')}</p></div></div>`
}</section>`;
};
