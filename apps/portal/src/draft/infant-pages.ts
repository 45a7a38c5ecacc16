/** The infants whose class a draft changes, and why, for readers who may open their register. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { classWord } from '@denba/protocols/explain/class-words';
import type { SpokenRule, WhyChanged } from '@denba/protocols/what-if/compare/why-changed';
import type { PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import type { Words } from '../words/words.ts';
import { trailOf } from './content-pages.ts';
import { draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { ChangedInfant, DraftSummary } from './draft-view.ts';

type Draft = Pick<DraftSummary, 'id' | 'title'>;

export type Infants = {
  readonly draft: Draft;
  readonly infants: readonly ChangedInfant[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly placeName: (id: string) => string;
};

export const infantsPage = (visit: PortalVisit, { draft, infants, total, page, size, placeName }: Infants): Html => {
  const { t } = visit;
  const to = (other: number, word: string): Html =>
    html`<li><a href="${draftAddress(draft.id, 'infants')}?page=${other}">${word}</a></li>`;
  return draftLayout(
    visit,
    { title: t('replay.infants'), trail: replayTrail(visit, draft) },
    html`<p class="warning">${t('families.audited')}</p>
<h2 id="infants">${t('families.total', { count: total })}</h2>
<div class="scroll" role="region" aria-labelledby="infants" tabindex="0"><table>
<thead><tr><th scope="col">${t('families.family')}</th><th scope="col">${t('replay.centre')}</th><th scope="col">${t('replay.assessed')}</th><th scope="col">${t('replay.now')}</th><th scope="col">${t('replay.then')}</th><th scope="col">${t('replay.why')}</th></tr></thead>
<tbody>${infants.map(
      ({
        index,
        family,
        place,
        on,
        from,
        to: after,
      }) => html`<tr><th scope="row">${family}</th><td>${placeName(place)}</td><td>${sayDay(visit, on)}</td><td>${sayClass(visit, from)}</td><td>${sayClass(visit, after)}</td>
<td><a href="${draftAddress(draft.id, `infants/${index}`)}">${t('replay.why-see')}<span class="unseen"> ${family}</span></a></td></tr>`,
    )}</tbody></table></div>
<ul class="links no-print">${page > 1 && to(page - 1, t('families.before'))}${page * size < total && to(page + 1, t('families.after'))}</ul>`,
  );
};

export const infantPage = (
  visit: PortalVisit,
  draft: Draft,
  infant: ChangedInfant,
  why: WhyChanged,
  placeName: string,
): Html => {
  const { t, text } = visit;
  const rules = (title: string, list: readonly SpokenRule[]): Part =>
    list.length > 0 && html`<h2>${title}</h2><ol class="trace">${list.map((rule) => spoken(visit, rule))}</ol>`;
  return draftLayout(
    visit,
    {
      title: t('replay.why'),
      trail: [...replayTrail(visit, draft), [draftAddress(draft.id, 'infants'), t('replay.infants')]],
    },
    html`<p class="period">${infant.family} – ${placeName}, ${sayDay(visit, infant.on)}</p>
<p class="change-values"><span>${text(why.before)}</span> → <strong>${text(why.after)}</strong></p>
<dl>${why.conclusions.map(({ label, before, after }) => html`<dt>${text(label)}</dt><dd>${text(before)} → ${text(after)}</dd>`)}</dl>
${rules(t('replay.silenced'), why.silenced)}
${rules(t('replay.added'), why.added)}
${
  why.reworded.length > 0 &&
  html`<h2>${t('replay.reworded')}</h2><ol class="trace">${why.reworded.map(({ before, after }) => html`<li><p>${text(before.reason)} → <strong>${text(after.reason)}</strong></p></li>`)}</ol>`
}`,
  );
};

const spoken = ({ text }: Words, { row, table, reason, authority }: SpokenRule): Html =>
  html`<li><p><strong>${text(reason)}</strong></p><p class="soft">${row}, ${text(table)} – ${text(authority)}</p></li>`;

const sayClass = ({ t, text }: Words, code: string | null): string =>
  code === null ? t('replay.no-class') : text(classWord(code).word);

const replayTrail = (visit: PortalVisit, draft: Draft): readonly (readonly [string, string])[] => [
  ...trailOf(visit, draft),
  [draftAddress(draft.id, 'replay'), visit.t('replay.title')],
];
