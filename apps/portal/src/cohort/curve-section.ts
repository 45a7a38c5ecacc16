/** The section that shows how long children stay: a curve with its table. */
import { FEWEST_SHOWN } from '@denba/indicators/figure/make-figure';
import type { Dimension } from '@denba/indicators/indicator';
import { type Html, html, type Part } from '@denba/kit/html/html';
import { placeAddress } from '../address.ts';
import type { Counted } from '../counts/counted.ts';
import { stepCurve } from '../pictures/step-curve.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayShare, sayTick } from '../words/numbers.ts';
import { COHORT, staysOf } from './cohort.ts';
import { groupCurvePart } from './group-curve-section.ts';
import type { CurveGroup } from './read-curves.ts';
import { type ExitCurve, shareAt, timeToExit } from './time-to-exit.ts';

type Asked = {
  readonly open: OpenPlace;
  readonly of: (code: string) => readonly Counted[];
  readonly dimensions: readonly Dimension[];
  /** The chosen breakdown and its groups; `null`: one curve for all children together. */
  readonly chosen: { readonly dimension: Dimension; readonly groups: readonly CurveGroup[] | null } | null;
};

export const curveSection = (visit: PortalVisit, { open, of, dimensions, chosen }: Asked): Part => {
  const { t, text } = visit;
  const { mayReadRegister, place, period } = open;
  const curve =
    chosen === null
      ? togetherPart(visit, of, mayReadRegister)
      : groupCurvePart(visit, chosen.dimension, chosen.groups, mayReadRegister);
  if (curve === null) return null;
  const address = placeAddress(place.id, period, 'cohort');
  const choice = (by: string | null, words: string): Html =>
    html`<li><a href="${by === null ? address : `${address}&by=${by}`}#curve" aria-current="${by === (chosen?.dimension.name ?? null) ? 'true' : 'false'}">${words}</a></li>`;
  return html`<section aria-labelledby="curve"><h2 id="curve">${t('cohort.curve')}</h2>
<nav class="tabs no-print" aria-label="${t('cohort.curve-by')}"><ul>${choice(null, t('table.together'))}${dimensions.map(({ name, label }) => choice(name, text(label)))}</ul></nav>
${chosen !== null && html`<h3>${text(chosen.dimension.label)}</h3>`}
${curve}</section>`;
};

/**
 * When there are few exits, the curve would show the day of each one: it is then not drawn for a reader without the
 * register.
 */
const togetherPart = (visit: PortalVisit, of: (code: string) => readonly Counted[], mayReadRegister: boolean): Part => {
  const { t, today } = visit;
  const status = of(COHORT.status);
  const curveOf = (left: readonly Counted[]): ExitCurve =>
    mayReadRegister || left.reduce((sum, { denominator }) => sum + denominator, 0) >= FEWEST_SHOWN
      ? timeToExit(staysOf(status, left), today, mayReadRegister ? 1 : FEWEST_SHOWN)
      : { steps: [], until: 0 };
  const [exit, lost] = [curveOf(of(COHORT.left)), curveOf(of(COHORT.defaulted))];
  if (exit.steps.length === 0) return null;
  const hasLost = lost.steps.length > 0;
  const days = [0, 30, 60, 90, 120, 150, 180];
  const percent = (share: number | null, none = '–'): string => (share === null ? none : sayShare(visit, share * 100));
  const said = (curve: ExitCurve, day: number): string => percent(shareAt(curve, day), t('cohort.not-yet'));
  const stay = t('cohort.curve-says', { in60: said(exit, 60), in120: said(exit, 120) });
  const says = hasLost ? `${stay} ${t('cohort.curve-kept', { kept120: said(lost, 120) })}` : stay;
  return html`<p>${says}</p>
<div class="beside">${stepCurve(
    [
      { name: t('cohort.in-care'), ...exit, kind: 'first' },
      { name: t('cohort.not-lost'), ...lost, kind: 'second' },
    ],
    { says, axis: t('cohort.days'), percent: (value) => sayTick(visit, value, '%') },
  )}
<div class="scroll" role="group" aria-labelledby="curve-table" tabindex="0"><table><caption id="curve-table">${t(hasLost ? 'cohort.curve-table' : 'cohort.in-care')}</caption>
<thead><tr><th scope="col">${t('cohort.days')}</th><th scope="col" class="number">${t('cohort.in-care')}</th>${hasLost && html`<th scope="col" class="number">${t('cohort.not-lost')}</th>`}</tr></thead>
<tbody>${days.map((day) => html`<tr><th scope="row">${day}</th><td class="number">${percent(shareAt(exit, day))}</td>${hasLost && html`<td class="number">${percent(shareAt(lost, day))}</td>`}</tr>`)}</tbody></table></div></div>
<p class="soft">${hasLost ? t('cohort.curve-both') : t('cohort.curve-one')} ${t('cohort.curve-how')}${!mayReadRegister && ` ${t('cohort.curve-by-five')}`}</p>`;
};
