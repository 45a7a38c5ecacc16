/** How long children stay, as a curve with its table. */
import { FEWEST_SHOWN } from '@denba/indicators/figure/make-figure';
import { html, type Part } from '@denba/kit/html/html';
import type { Counted } from '../counts/counted.ts';
import { stepCurve } from '../pictures/step-curve.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayShare, sayTick } from '../words/numbers.ts';
import { COHORT, staysOf } from './cohort.ts';
import { shareAt, timeToExit } from './time-to-exit.ts';

/** A curve over few exits says when each of them was. */
export const curveSection = (
  visit: PortalVisit,
  of: (code: string) => readonly Counted[],
  mayReadRegister: boolean,
): Part => {
  const { t, today } = visit;
  const status = of(COHORT.status);
  const stepsOf = (left: readonly Counted[]) =>
    mayReadRegister || left.reduce((sum, { denominator }) => sum + denominator, 0) >= FEWEST_SHOWN
      ? timeToExit(staysOf(status, left), today)
      : [];
  const [exit, lost] = [stepsOf(of(COHORT.left)), stepsOf(of(COHORT.defaulted))];
  if (exit.length === 0) return null;
  const days = [0, 30, 60, 90, 120, 150, 180];
  const percent = (share: number | null): string => (share === null ? '–' : sayShare(visit, share * 100));
  const stay = t('cohort.curve-says', { in60: percent(shareAt(exit, 60)), in120: percent(shareAt(exit, 120)) });
  const says = lost.length === 0 ? stay : `${stay} ${t('cohort.curve-kept', { kept120: percent(shareAt(lost, 120)) })}`;
  return html`<section aria-labelledby="curve"><h2 id="curve">${t('cohort.curve')}</h2>
<p>${says}</p>
<div class="beside">${stepCurve(
    [
      { name: t('cohort.in-care'), steps: exit, kind: 'first' },
      { name: t('cohort.not-lost'), steps: lost, kind: 'second' },
    ],
    { says, axis: t('cohort.days'), percent: (value) => sayTick(visit, value, '%') },
  )}
<div class="scroll" role="group" aria-labelledby="curve-table" tabindex="0"><table><caption id="curve-table">${t(lost.length > 0 ? 'cohort.curve-table' : 'cohort.in-care')}</caption>
<thead><tr><th scope="col">${t('cohort.days')}</th><th scope="col" class="number">${t('cohort.in-care')}</th>${lost.length > 0 && html`<th scope="col" class="number">${t('cohort.not-lost')}</th>`}</tr></thead>
<tbody>${days.map((day) => html`<tr><th scope="row">${day}</th><td class="number">${percent(shareAt(exit, day))}</td>${lost.length > 0 && html`<td class="number">${percent(shareAt(lost, day))}</td>`}</tr>`)}</tbody></table></div></div>
<p class="soft">${lost.length > 0 ? t('cohort.curve-both') : t('cohort.curve-one')} ${t('cohort.curve-how')}</p></section>`;
};
