/** The section of a spread: how many cases have each code, as shares that add up to a hundred. */

import { UNKNOWN } from '@denba/indicators/count/count-facts';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { html, type Part } from '@denba/kit/html/html';
import { bars } from '../pictures/bars.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';
import type { IndicatorFigures } from './indicator-figures.ts';
import { wholeShares } from './whole-shares.ts';

export const partsSection = (
  visit: PortalVisit,
  labels: IndicatorSet['labels'],
  { indicator, figure }: IndicatorFigures,
): Part => {
  const { t } = visit;
  if (figure.parts.length === 0) return null;
  const shares = wholeShares(figure.parts.map(({ count }) => count));
  const rows = figure.parts.map(({ code, count }, at) => ({
    name: sayCode(visit, labels, indicator.value, code),
    count,
    tenths: shares[at] ?? 0,
  }));
  const percent = (tenths: number): string =>
    `${sayNumber(visit, tenths / 10, 1)}${visit.language === 'fr' ? '\u202f%' : '%'}`;
  return html`<section aria-labelledby="parts"><h2 id="parts">${t('indicator.parts')}</h2>
<div class="beside">${bars(
    rows.map(({ name, count, tenths }) => ({ name, value: count, text: percent(tenths) })),
    rows.map(({ name, tenths }) => `${name}: ${percent(tenths)}`).join('; '),
  )}
<div class="scroll" role="group" aria-labelledby="parts-table" tabindex="0"><table><caption id="parts-table">${visit.text(indicator.name)}</caption>
<thead><tr><th scope="col">${t('table.part')}</th><th scope="col" class="number">${t('table.count')}</th><th scope="col" class="number">${t('table.share')}</th></tr></thead>
<tbody>${rows.map(({ name, count, tenths }) => html`<tr><th scope="row">${name}</th><td class="number">${sayNumber(visit, count)}</td><td class="number">${percent(tenths)}</td></tr>`)}
<tr class="own"><th scope="row">${t('table.together')}</th><td class="number">${sayNumber(visit, figure.denominator ?? 0)}</td><td class="number">${percent(1000)}</td></tr></tbody></table></div></div></section>`;
};

/** A code in the words of the protocol content; a code without a label is returned as it is. */
export const sayCode = (
  { text, t }: PortalVisit,
  labels: IndicatorSet['labels'],
  attribute: string | null,
  code: string,
): string => {
  if (code === UNKNOWN) return t('table.unknown');
  const label = labels.find((one) => one.attribute === attribute && one.code === code)?.label;
  return label === undefined ? code : text(label);
};
