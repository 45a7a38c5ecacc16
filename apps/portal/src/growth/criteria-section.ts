/** Which criterion found which children: how many each one found alone, and how the criteria overlap. */
import { UNKNOWN } from '@denba/indicators/count/count-facts';
import { html, type Part } from '@denba/kit/html/html';
import type { Counted } from '../counts/counted.ts';
import { POOLED, poolSmall } from '../figures/pool-small.ts';
import { wholeShares } from '../indicator/whole-shares.ts';
import { bars } from '../pictures/bars.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber, sayShare } from '../words/numbers.ts';

const MOST_SETS = 12;

export const criteriaSection = (
  visit: PortalVisit,
  { indicators }: PortalSite,
  { mayReadRegister }: OpenPlace,
  counts: readonly Counted[],
): Part => {
  const { t } = visit;
  const reasons = indicators.dimensions.find(({ name }) => name === 'reason')?.values ?? [];
  const sets = setsOf(counts);
  const all = sets.reduce((sum, { count }) => sum + count, 0);
  const nameOf = (code: string): string => {
    const label = reasons.find(({ value }) => value === code)?.label;
    return code === UNKNOWN ? t('table.unknown') : label === undefined ? code : visit.text(label);
  };
  const each = [...new Set(sets.flatMap(({ codes }) => codes))]
    .map((code) => ({
      name: nameOf(code),
      count: sets.filter(({ codes }) => codes.includes(code)).reduce((sum, { count }) => sum + count, 0),
      alone: sets.find(({ codes }) => codes.length === 1 && codes[0] === code)?.count ?? 0,
    }))
    .filter(({ count }) => mayReadRegister || count >= 5)
    .toSorted((a, b) => b.count - a.count);
  const shown = poolSmall(
    sets.map(({ codes, count }) => ({ code: codes.join(' '), count })),
    mayReadRegister,
  ).toSorted((a, b) => Number(a.code === POOLED) - Number(b.code === POOLED) || b.count - a.count);
  const shares = wholeShares(shown.map(({ count }) => count));
  const percent = (count: number): string => sayShare(visit, (count / Math.max(1, all)) * 100);
  return html`<section aria-labelledby="criteria"><h2 id="criteria">${t('growth.criteria')}</h2>
${
  shown.length === 0
    ? html`<p class="no-value">${t(all === 0 ? 'why.nothingToCount' : 'why.tooFew')}</p>`
    : html`<p>${t('growth.criteria-what')}</p><div class="beside">${bars(
        each.map(({ name, count }) => ({ name, value: count, text: percent(count) })),
        each.map(({ name, count }) => `${name}: ${percent(count)}`).join('; '),
      )}
<div class="scroll" role="group" aria-labelledby="criteria" tabindex="0"><table>
<thead><tr><th scope="col">${t('growth.criterion')}</th><th scope="col" class="number">${t('table.count')}</th><th scope="col" class="number">${t('growth.share-found')}</th>${mayReadRegister && html`<th scope="col" class="number">${t('growth.alone')}</th>`}</tr></thead>
<tbody>${each.map(({ name, count, alone }) => html`<tr><th scope="row">${name}</th><td class="number">${sayNumber(visit, count)}</td><td class="number">${percent(count)}</td>${mayReadRegister && html`<td class="number">${sayNumber(visit, alone)}</td>`}</tr>`)}</tbody></table></div></div>
<h3 id="overlap">${t('growth.overlap')}</h3>
<div class="scroll" role="group" aria-labelledby="overlap" tabindex="0"><table>
<thead><tr><th scope="col">${t('growth.set')}</th><th scope="col" class="number">${t('table.count')}</th><th scope="col" class="number">${t('table.share')}</th></tr></thead>
<tbody>${shown
        .slice(0, MOST_SETS)
        .map(
          ({ code, count }, at) =>
            html`<tr><th scope="row">${code === POOLED ? t('cohort.pooled') : code.split(' ').map(nameOf).join(' + ')}</th><td class="number">${sayNumber(visit, count)}</td><td class="number">${sayShare(visit, (shares[at] ?? 0) / 10)}</td></tr>`,
        )}</tbody></table></div>
${shown.length > MOST_SETS && html`<p class="soft">${t('growth.more-sets', { count: shown.length - MOST_SETS })}</p>`}`
}</section>`;
};

/** Groups by the set of reasons: the same reasons in another order are the same set. */
const setsOf = (
  counts: readonly Pick<Counted, 'value' | 'denominator'>[],
): readonly { readonly codes: readonly string[]; readonly count: number }[] => {
  const sets = new Map<string, number>();
  for (const { value, denominator } of counts) {
    const key = [...new Set(value === '' ? [UNKNOWN] : value.split(','))].toSorted().join(',');
    sets.set(key, (sets.get(key) ?? 0) + denominator);
  }
  return [...sets].map(([key, count]) => ({ codes: key.split(','), count })).toSorted((a, b) => b.count - a.count);
};
