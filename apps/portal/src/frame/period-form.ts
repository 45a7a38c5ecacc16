/** The choice of a period: from a list of the usual ones, or by typing two months. Works without a script. */
import { type Html, html } from '@denba/kit/html/html';
import { addMonths, type Period, parsePeriod, writePeriod } from '../period/period.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth, sayPeriod } from '../words/months.ts';
import { choicesMade } from './same-page.ts';

export const periodForm = (visit: PortalVisit, chosen: Period, action: string): Html => {
  const { t, today } = visit;
  const now = writePeriod(chosen);
  const groups = [
    { label: t('period.months'), periods: monthsBefore(today.slice(0, 7)) },
    { label: t('period.quarters'), periods: quartersBefore(today.slice(0, 7)) },
    { label: t('period.years'), periods: [0, 1, 2].map((ago) => String(Number(today.slice(0, 4)) - ago)) },
  ];
  const isListed = groups.some(({ periods }) => periods.includes(now));
  return html`<form method="get" action="${action}" class="period-form">
${choicesMade(visit).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="field"><label for="period">${t('period.choose')}</label>
<select id="period" name="period">
${!isListed && html`<option value="${now}" selected>${sayPeriod(visit, chosen)}</option>`}
${groups.map(
  ({ label, periods }) =>
    html`<optgroup label="${label}">${periods.map((period) => {
      const read = parsePeriod(period);
      return (
        read !== null &&
        html`<option value="${period}" ${period === now && 'selected'}>${read.from === read.to ? sayMonth(visit, read.from) : sayPeriod(visit, read)}</option>`
      );
    })}</optgroup>`,
)}
</select></p>
<details><summary>${t('period.other')}</summary>
<p class="hint">${t('period.other-hint')}</p>
<p class="field"><label for="from">${t('period.from')}</label><input id="from" name="from" type="month" placeholder="2026-01" maxlength="7"></p>
<p class="field"><label for="to">${t('period.to')}</label><input id="to" name="to" type="month" placeholder="2026-03" maxlength="7"></p>
</details>
<p><button>${t('period.show')}</button></p>
</form>`;
};

const monthsBefore = (month: string): readonly string[] =>
  Array.from({ length: 13 }, (_, ago) => addMonths(month, -ago));

const quartersBefore = (month: string): readonly string[] =>
  Array.from({ length: 6 }, (_, ago) => {
    const inIt = addMonths(month, -3 * ago);
    return `${inIt.slice(0, 4)}-Q${Math.ceil(Number(inIt.slice(5, 7)) / 3)}`;
  });
