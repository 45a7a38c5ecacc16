/** One figure as a card: its value, what it is made of, its change, and its position among its peers. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { indicatorAddress } from '../address.ts';
import { peerDots } from '../pictures/peer-dots.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayValue } from '../words/numbers.ts';
import { sayChange } from '../words/say-change.ts';
import { sayFigure, sayInterval, sayParts } from '../words/say-figure.ts';
import type { Headline } from './overview.ts';

export const headlineCard = (visit: PortalVisit, open: OpenPlace, headline: Headline): Html => {
  const { indicator, figure, change } = headline;
  const { place, period } = open;
  const facts = [sayParts(visit, indicator, figure), sayInterval(visit, figure)].filter((one) => one !== null);
  return html`<li><h3><a href="${indicatorAddress(place.id, indicator.code, period)}">${visit.text(indicator.name)}</a></h3>
<p class="${figure.value === null ? 'no-value' : 'value'}">${sayFigure(visit, indicator, figure)}</p>
${facts.map((fact) => html`<p class="soft">${fact}</p>`)}
<p class="change ${change.kind === 'unknown' ? '' : (change.verdict ?? '')}">${sayChange(visit, headline)}</p>
${among(visit, headline, place.id)}</li>`;
};

/** Whether the card has dots, so that the page must explain them. */
export const hasDots = (headline: Headline, own: string): boolean => othersOf(headline, own).length > 0;

/** The values of the other places of the same kind; none for counts, because places differ in size. */
const othersOf = ({ indicator, peers }: Headline, own: string): readonly number[] =>
  indicator.unit === 'n'
    ? []
    : peers.flatMap(({ place, figure: { value } }) => (place.id === own || value === null ? [] : [value]));

const among = (visit: PortalVisit, headline: Headline, own: string): Part => {
  const { indicator, together, figure } = headline;
  const others = othersOf(headline, own);
  if (others.length === 0) return null;
  const say = (value: number): string => sayValue(visit, value, indicator.unit);
  const whole = indicator.unit === '%' ? (together?.value ?? null) : null;
  const [low, high] = [Math.min(...others), Math.max(...others)];
  const says = visit.t('overview.among', { count: others.length, low: say(low), high: say(high) });
  return html`${peerDots({ own: figure.value, others, together: whole, says, ends: (low, high) => [say(low), say(high)] })}
<p class="soft">${says}${whole !== null && ` ${visit.t('overview.together', { value: say(whole) })}`}</p>`;
};
