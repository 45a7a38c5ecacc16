/** The time to exit of each group of a breakdown: each has a line in the picture and a row in the table. */
import { FEWEST_SHOWN } from '@denba/indicators/figure/make-figure';
import type { Dimension } from '@denba/indicators/indicator';
import { html, type Part } from '@denba/kit/html/html';
import { groupCurves } from '../pictures/group-curves.ts';
import { DAYS } from '../pictures/step-curve.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber, sayShare, sayTick } from '../words/numbers.ts';
import { staysOf } from './cohort.ts';
import type { CurveGroup } from './read-curves.ts';
import { shareAt, timeToExit } from './time-to-exit.ts';

const days = [30, 60, 90, 120, 150, DAYS] as const;

/** `groups` is `null` when their numbers are too small for this reader. */
export const groupCurvePart = (
  visit: PortalVisit,
  dimension: Dimension,
  groups: readonly CurveGroup[] | null,
  mayReadRegister: boolean,
): Part => {
  const { t, text, today } = visit;
  if (groups === null) return html`<p class="no-value">${t('cohort.groups-hidden')}</p>`;
  const lines = groups.map(({ label, enrolled, exits, status, left }) => ({
    name: text(label),
    enrolled,
    exits,
    curve: timeToExit(staysOf(status, left), today, mayReadRegister ? 1 : FEWEST_SHOWN),
  }));
  const percent = (share: number | null): string => (share === null ? '–' : sayShare(visit, share * 100));
  const title = text(dimension.label);
  return html`${dimension.name === 'reason' && html`<p class="soft">${t('cohort.reasons')}</p>`}
<div class="beside">${groupCurves(
    lines.map(({ name, enrolled, curve }) => ({ ...curve, name: `${name} (${sayNumber(visit, enrolled)})` })),
    {
      says: lines.map(({ name, curve }) => `${name}: ${percent(shareAt(curve, 120))}`).join('; '),
      axis: t('cohort.days'),
      percent: (value) => sayTick(visit, value, '%'),
    },
  )}
<div class="scroll" role="group" aria-labelledby="curve-table" tabindex="0"><table class="many"><caption id="curve-table">${t('cohort.groups-table')}</caption>
<thead><tr><th scope="col">${title}</th><th scope="col" class="number">${t('cohort.all')}</th>${mayReadRegister && html`<th scope="col" class="number">${t('cohort.left')}</th>`}${days.map((day) => html`<th scope="col" class="number">${t('cohort.day', { day })}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ name, enrolled, exits, curve }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${sayNumber(visit, enrolled)}</td>${mayReadRegister && html`<td class="number">${sayNumber(visit, exits)}</td>`}${days.map((day) => html`<td class="number">${percent(shareAt(curve, day))}</td>`)}</tr>`,
  )}</tbody></table></div></div>
<p class="soft">${t('cohort.groups-how')} ${t('cohort.curve-how')}${!mayReadRegister && ` ${t('cohort.curve-by-five')}`}</p>`;
};
