/** Z-scores in bands of half a standard deviation, against the curve of the standard. */
import { html, type Part } from '@denba/kit/html/html';
import type { Counted } from '../counts/counted.ts';
import { groupBy } from '../counts/group-by.ts';
import { POOLED, poolSmall } from '../figures/pool-small.ts';
import { wholeShares } from '../indicator/whole-shares.ts';
import { bars } from '../pictures/bars.ts';
import { histogram } from '../pictures/histogram.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber, sayShare } from '../words/numbers.ts';

/**
 * Bands that readers know. `standard`: the share of the standard population in each, in percent (normal distribution).
 */
export const steps = [
  { key: 'below3', from: Number.NEGATIVE_INFINITY, to: -3, standard: 0.1 },
  { key: 'from3', from: -3, to: -2, standard: 2.1 },
  { key: 'from2', from: -2, to: 0, standard: 47.7 },
  { key: 'above0', from: 0, to: Number.POSITIVE_INFINITY, standard: 50 },
] as const;

type StepKey = (typeof steps)[number]['key'];

export const distributionSection = (
  visit: PortalVisit,
  { indicators }: PortalSite,
  { mayReadRegister }: OpenPlace,
  code: string,
  counts: readonly Counted[],
): Part => {
  const { t } = visit;
  const indicator = indicators.indicators.find((one) => one.code === code);
  if (indicator === undefined) return null;
  const bands = [...groupBy(counts, ({ value }) => value)].map(([value, of]) => ({
    from: Number(value),
    count: of.reduce((sum, { denominator }) => sum + denominator, 0),
  }));
  const all = bands.reduce((sum, { count }) => sum + count, 0);
  const exact = steps.map(({ key, from, to }) => ({
    code: key,
    count: bands.filter((band) => band.from >= from && band.from < to).reduce((sum, { count }) => sum + count, 0),
  }));
  const parts = mayReadRegister && all > 0 ? exact : poolSmall(exact, mayReadRegister);
  const shares = wholeShares(parts.map(({ count }) => count));
  const rows = parts.map(({ code: key, count }, at) => ({
    name: key === POOLED ? t('cohort.pooled') : t(`growth.${key as StepKey}`),
    count,
    share: sayShare(visit, (shares[at] ?? 0) / 10),
    standard: steps.find((step) => step.key === key)?.standard ?? null,
  }));
  const id = `distribution-${code.replace('.', '-')}`;
  const says = rows.map(({ name, share }) => `${name}: ${share}`).join('; ');
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${visit.text(indicator.name)}</h2>
${
  parts.length === 0
    ? html`<p class="no-value">${t(all === 0 ? 'why.nothingToCount' : 'why.tooFew')}</p>`
    : html`<div class="beside">${
        mayReadRegister
          ? histogram(bands, { says, cut: -2 })
          : bars(
              rows.map(({ name, count, share }) => ({ name, value: count, text: share })),
              says,
            )
      }
<div><div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr><th scope="col">${t('growth.z')}</th><th scope="col" class="number">${t('table.count')}</th><th scope="col" class="number">${t('table.share')}</th><th scope="col" class="number">${t('growth.standard')}</th></tr></thead>
<tbody>${rows.map(({ name, count, share, standard }) => html`<tr><th scope="row">${name}</th><td class="number">${sayNumber(visit, count)}</td><td class="number">${share}</td><td class="number">${standard === null ? '–' : sayShare(visit, standard)}</td></tr>`)}
<tr class="own"><th scope="row">${t('table.together')}</th><td class="number">${sayNumber(visit, all)}</td><td class="number">${sayShare(visit, 100)}</td><td class="number">${sayShare(visit, 100)}</td></tr></tbody></table></div>
<p class="soft">${visit.text(indicator.reading)}${mayReadRegister && ` ${t('growth.curve')}`}</p></div></div>`
}</section>`;
};
