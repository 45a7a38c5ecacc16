/** What changed and where, one sentence each. Changes that may be due to chance are not listed. */
import { type Html, html } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayPeriod } from '../words/months.ts';
import { sayFigure } from '../words/say-figure.ts';
import type { Headline } from './overview.ts';

export const changeList = (visit: PortalVisit, open: OpenPlace, headlines: readonly Headline[]): Html => {
  const { t } = visit;
  const moved = headlines.filter(({ change }) => change.kind === 'up' || change.kind === 'down');
  const before = sayPeriod(visit, open.previous);
  return html`<section aria-labelledby="changed">
<h2 id="changed">${t('changed.title')}</h2>
${
  moved.length === 0
    ? html`<p>${t('changed.nothing', { before })}</p>`
    : html`<p class="soft">${t('changed.against', { before })}</p><ul class="sentences">${moved.map((one) => sentence(visit, open, one))}</ul>`
}
</section>`;
};

const sentence = (visit: PortalVisit, { children, period }: OpenPlace, headline: Headline): Html => {
  const { t } = visit;
  const { indicator, figure, before, change, where } = headline;
  const say = (one: typeof figure): string => sayFigure(visit, indicator, one);
  const verdict = change.kind === 'unknown' ? null : change.verdict;
  return html`<li class="${verdict ?? ''}"><strong>${visit.text(indicator.name)}${t('changed.colon')}</strong> ${t(
    'changed.from-to',
    { now: say(figure), before: say(before) },
  )}${verdict !== null && html` <span class="verdict">${t(`change.${verdict}`)}</span>`}
${
  where === null
    ? children.length > 0 && t('changed.everywhere')
    : html`${t('changed.where')} <a href="${placeAddress(where.place.id, period)}">${where.place.name}</a> ${t(
        'changed.there',
        { now: say(where.now), before: say(where.before) },
      )}`
}</li>`;
};
