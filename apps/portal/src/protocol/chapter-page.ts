/** One chapter of a protocol, or all of them for printing. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { Chapter } from '@denba/protocols/booklet/booklet';
import type { PortalSite } from '../portal-site.ts';
import type { PortalAnswer, PortalVisit } from '../portal-visit.ts';
import type { Words } from '../words/words.ts';
import { approvalWords } from './booklet-page.ts';
import { actionsOf, cardsOf, contactsOf, differencesOf, parametersOf, sourcesOf } from './chapter-lists.ts';
import { openProtocol, protocolAddress } from './open-protocol.ts';
import { protocolLayout } from './protocol-layout.ts';
import { type ChangeLinks, rulesOf } from './rules.ts';

export const chapterPage = async (site: PortalSite, visit: PortalVisit): Promise<PortalAnswer> => {
  const opened = await openProtocol(site, visit);
  const asked = visit.params['chapter'] ?? '';
  if (opened === null) return { kind: 'notFound' };
  const { t, text } = visit;
  const { chapters } = opened.booklet;
  if (asked === 'all') {
    const body = html`${approvalWords(visit, opened.booklet)}
${chapters.map((chapter) => html`<section class="chapter"><h2 class="chapter-title">${text(chapter.title)}</h2>${chapterBody(visit, chapter, null)}</section>`)}`;
    return { kind: 'page', page: protocolLayout(visit, opened, { title: text(opened.booklet.title) }, body) };
  }
  const at = chapters.findIndex((_, index) => String(index + 1) === asked);
  const chapter = chapters[at];
  if (chapter === undefined) return { kind: 'notFound' };
  const to = (index: number, word: string): Part =>
    chapters[index] !== undefined &&
    html`<li><a href="${protocolAddress(opened, String(index + 1))}">${word}${text(chapters[index].title)}</a></li>`;
  const page: Html = protocolLayout(
    visit,
    opened,
    { title: text(chapter.title) },
    html`${chapterBody(visit, chapter, null)}
<nav class="no-print" aria-label="${t('booklet.chapters')}"><ul class="links">${to(at - 1, '‹ ')}${to(at + 1, '› ')}</ul></nav>`,
  );
  return { kind: 'page', page };
};

export const chapterBody = (words: Words, chapter: Chapter, links: ChangeLinks | null): Part => {
  switch (chapter.kind) {
    case 'tables':
      return rulesOf(words, chapter.tables, links);
    case 'parameters':
      return parametersOf(words, chapter.parameters, links);
    case 'schedule':
      return contactsOf(words, chapter.contacts, links);
    case 'actions':
      return actionsOf(words, chapter.actions);
    case 'cards':
      return cardsOf(words, chapter.cards);
    case 'sources':
      return sourcesOf(words, chapter.sources);
    case 'differences':
      return differencesOf(words, chapter.differences);
  }
};
