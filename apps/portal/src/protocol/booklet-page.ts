/**
 * The first page of a protocol: what it is for, who approved it, its chapters, and a choice of another version to
 * compare it with.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { Booklet, Chapter } from '@denba/protocols/booklet/booklet';
import { placeAddress } from '../address.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import type { Words } from '../words/words.ts';
import { type OpenProtocol, openProtocol, protocolAddress } from './open-protocol.ts';
import { protocolLayout } from './protocol-layout.ts';

export const bookletPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const opened = await openProtocol(site, visit);
  if (opened === null) return { kind: 'notFound' };
  const { t, text } = visit;
  const { booklet, isRunning, from } = opened;
  const page = protocolLayout(
    visit,
    opened,
    { title: text(booklet.title), isFirst: true },
    html`<p>${text(booklet.appliesTo)}</p>
${isRunning && html`<p>${from === null ? t('booklet.from-release') : t('booklet.from-place', { place: from })}</p>`}
${approvalWords(visit, booklet)}
<p class="no-print"><a class="door" href="${protocolAddress(opened, 'try')}">${t('booklet.try')}</a></p>
${visit.reader.drafts && html`<p class="no-print"><a href="/portal/drafts">${t('draft.list')}</a></p>`}
<h2>${t('booklet.chapters')}</h2>
<ol class="chapters">${booklet.chapters.map(
      (chapter, at) =>
        html`<li><a href="${protocolAddress(opened, String(at + 1))}">${text(chapter.title)}</a> <span class="soft">${sizeOf(visit, chapter)}</span></li>`,
    )}</ol>
<p class="no-print"><a href="${protocolAddress(opened, 'all')}">${t('booklet.print')}</a></p>
${otherForm(visit, opened)}`,
  );
  return { kind: 'page', page };
};

export const approvalWords = (words: Words, { approval, statuses, overlays }: Booklet): Part => {
  const { t, text } = words;
  const all = statuses.default + statuses.national + statuses.sourced;
  return html`${overlays.length > 0 && html`<p>${t('booklet.overlays', { names: overlays.map(text).join(', ') })}</p>`}
<p class="${approval.status === 'approved' ? '' : 'warning'}">${
    approval.status === 'approved'
      ? t('booklet.approved', { by: approval.approvedBy, on: sayDay(words, approval.approvedOn) })
      : t('booklet.not-approved')
  }</p>
<p>${t('booklet.statuses', { count: statuses.default, all, sourced: statuses.sourced, national: statuses.national })}</p>`;
};

const sizeOf = ({ t }: Words, chapter: Chapter): string => {
  switch (chapter.kind) {
    case 'tables':
      return t('booklet.rules', { count: chapter.tables.reduce((sum, { rows }) => sum + rows.length, 0) });
    case 'parameters':
      return String(chapter.parameters.length);
    case 'schedule':
      return String(chapter.contacts.length);
    case 'actions':
      return String(chapter.actions.length);
    case 'cards':
      return String(chapter.cards.length);
    case 'sources':
      return String(chapter.sources.length);
    case 'differences':
      return String(chapter.differences.reduce((sum, { changes }) => sum + changes.length, 0));
  }
};

const otherForm = ({ t }: Words, { open, packs, shown, against }: OpenProtocol): Html => {
  const [path = '', query = ''] = placeAddress(open.place.id, open.period, 'protocol').split('?');
  const [, period = ''] = query.split('=');
  const options = (chosen: string | undefined): Part =>
    packs.map(({ id, name }) => html`<option value="${id}" ${id === chosen && 'selected'}>${name}</option>`);
  return html`<section class="choose no-print" aria-labelledby="other"><h2 id="other">${t('booklet.other')}</h2>
<form method="get" action="${path}" class="period-form"><input type="hidden" name="period" value="${decodeURIComponent(period)}">
<p class="field"><label for="pack">${t('booklet.pack')}</label><select id="pack" name="pack">${options(shown.id)}</select></p>
<p class="field"><label for="against">${t('booklet.against')}</label><select id="against" name="against"><option value="">${t('booklet.against-none')}</option>${options(against?.id)}</select></p>
<p><button class="quiet">${t('booklet.show')}</button></p></form></section>`;
};
