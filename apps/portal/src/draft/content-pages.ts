/** The protocol that a draft starts from, chapter by chapter, with a link to change each piece. */
import { type Html, html } from '@denba/kit/html/html';
import type { Booklet, Chapter } from '@denba/protocols/booklet/booklet';
import type { PortalVisit } from '../portal-visit.ts';
import { chapterBody } from '../protocol/chapter-page.ts';
import { changeAddress, draftAddress, ruleAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary } from './draft-view.ts';

type Draft = Pick<DraftSummary, 'id' | 'title'>;

const changeable: readonly Chapter['kind'][] = ['tables', 'parameters', 'schedule'];

export const contentPage = (visit: PortalVisit, { id, title }: Draft, { chapters }: Booklet): Html => {
  const { t, text } = visit;
  return draftLayout(
    visit,
    { title: t('draft.add'), trail: trailOf(visit, { id, title }) },
    html`<p class="told">${t('draft.content-text')}</p>
<ul class="chapters">${chapters.map(
      (chapter, at) =>
        changeable.includes(chapter.kind) &&
        html`<li><a href="${draftAddress(id, `content/${at + 1}`)}">${text(chapter.title)}</a></li>`,
    )}</ul>`,
  );
};

/** Returns `null` when there is no such chapter, or when nothing in it can be changed here. */
export const contentChapterPage = (
  visit: PortalVisit,
  { id, title }: Draft,
  { chapters }: Booklet,
  asked: string,
): Html | null => {
  const chapter = chapters.find((_, at) => String(at + 1) === asked);
  if (chapter === undefined || !changeable.includes(chapter.kind)) return null;
  const links = {
    parameter: (name: string) => changeAddress(id, 'parameter', name),
    row: (name: string) => changeAddress(id, 'row', name),
    contact: (name: string) => changeAddress(id, 'contact', name),
    newRule: (table: string) => ruleAddress(id, table),
  };
  const frame = {
    title: visit.text(chapter.title),
    trail: [...trailOf(visit, { id, title }), [draftAddress(id, 'content'), visit.t('draft.add')] as const],
  };
  return draftLayout(visit, frame, chapterBody(visit, chapter, links));
};

export const trailOf = ({ t, text }: PortalVisit, { id, title }: Draft): readonly (readonly [string, string])[] => [
  ['/portal/drafts', t('draft.list')],
  [draftAddress(id), text(title)],
];
