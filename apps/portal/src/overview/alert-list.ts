/** The list of alerts that need somebody to act, with the places that they are about. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { indicatorAddress, placeAddress } from '../address.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayValue } from '../words/numbers.ts';
import type { Alert, AlertPlace } from './alerts.ts';
import { DEATHS, DEFAULTS, REFERRALS } from './headlines.ts';

export const alertList = (visit: PortalVisit, open: OpenPlace, alerts: readonly Alert[]): Html =>
  html`<section aria-labelledby="alerts">
<h2 id="alerts">${visit.t('alert.title')}</h2>
<ul class="alerts">${alerts.map((alert) => html`<li class="${alert.kind === 'unapproved' && 'calm'}">${alertOf(visit, open, alert)}</li>`)}</ul>
</section>`;

const alertOf = (visit: PortalVisit, open: OpenPlace, alert: Alert): Part => {
  const { t } = visit;
  const { place, period } = open;
  switch (alert.kind) {
    case 'cutOff':
    case 'idle':
      return html`<strong>${t(`alert.${alert.kind}`, { count: alert.where.length })}</strong> ${places(visit, open, alert.where, 'alert.days')}`;
    case 'deaths':
      return html`<strong><a href="${indicatorAddress(place.id, DEATHS, period)}">${t('alert.deaths', { count: alert.count })}</a></strong> ${places(visit, open, alert.where, 'alert.count')}`;
    case 'deathsFew':
      return html`<strong>${t('alert.deaths-few', { year: alert.year, count: alert.count })}</strong>`;
    case 'referrals':
      return html`<strong><a href="${indicatorAddress(place.id, REFERRALS, period)}">${t('alert.referrals', { count: alert.count })}</a></strong> ${places(visit, open, alert.where, 'alert.count')}`;
    case 'defaulting': {
      const [now, before] = [sayValue(visit, alert.now, '%'), sayValue(visit, alert.before, '%')];
      return html`<strong><a href="${indicatorAddress(place.id, DEFAULTS, period)}">${t('alert.defaulting')}</a></strong> ${t('changed.from-to', { now, before })}`;
    }
    case 'unapproved':
      return html`<strong>${t('alert.unapproved', { count: alert.count })}</strong> ${t('alert.unapproved-do')}`;
  }
};

const MOST_NAMED = 5;

const places = (
  { t }: PortalVisit,
  { period, place: own }: OpenPlace,
  where: readonly AlertPlace[],
  key: 'alert.days' | 'alert.count',
): Part => {
  const others = where.filter(({ place }) => place.id !== own.id || key === 'alert.days');
  if (others.length === 0) return null;
  const named = others
    .slice(0, MOST_NAMED)
    .map(
      ({ place, count }, at) =>
        html`${at > 0 && ', '}<a href="${placeAddress(place.id, period)}">${place.name}</a> ${t(key, { count })}`,
    );
  return [...named, others.length > MOST_NAMED && ` ${t('alert.more', { count: others.length - MOST_NAMED })}`];
};
