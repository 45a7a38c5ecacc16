/** The second page of the report: the comments on the month, in a form on the screen and as text on paper. */
import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { PortalVisit } from '../portal-visit.ts';
import { sayDay } from '../words/say-day.ts';
import { type CommentPart, type Comments, type CommentText, MOST_LETTERS, parts } from './comments.ts';

export type Written = {
  readonly comments: Comments;
  /** The address of the form; `null`: the reader may not write comments. */
  readonly action: string | null;
  /** The text that could not be saved, and why. */
  readonly refused: { readonly text: CommentText; readonly why: 'changedMeanwhile' | 'tooLong' } | null;
};

export const commentsPart = (visit: PortalVisit, { comments, action, refused }: Written): Html => {
  const { t } = visit;
  const { by, at, text } = comments;
  return html`<section class="page-break" aria-labelledby="comments"><h2 id="comments">${t('report.comments')}</h2>
${refused !== null && html`<p class="problem" role="alert"${answerHere}>${t(`report.${refused.why}`, { most: MOST_LETTERS })}</p>`}
${at !== null && html`<p class="soft" role="status">${t('report.saved', { day: sayDay(visit, at.toISOString().slice(0, 10)), name: by ?? '–' })}</p>`}
${action === null || refused?.why === 'changedMeanwhile' ? readOnScreen(visit, text) : ''}
${action !== null && form(visit, action, comments.version, refused?.text ?? text)}
${parts.map((part) => html`<div class="only-print"><h3>${t(`report.${part}`)}</h3>${onPaper(text[part])}</div>`)}
<p>${t('report.made', { day: sayDay(visit, visit.today), name: visit.name })}</p>
<p class="only-print">${t('report.signed')}</p></section>`;
};

const readOnScreen = ({ t }: PortalVisit, text: CommentText): Part =>
  html`<div class="no-print">${parts.map((part) => html`<h3>${t(`report.${part}`)}</h3><p class="as-written">${text[part] === '' ? t('report.nothing') : text[part]}</p>`)}</div>`;

/** On paper an empty comment is a space to write in by hand. */
const onPaper = (text: string): Part =>
  text === '' ? html`<p class="by-hand"></p>` : html`<p class="as-written">${text}</p>`;

const form = (visit: PortalVisit, action: string, after: number, text: CommentText): Part => {
  const { t } = visit;
  const field = (part: CommentPart): Html =>
    html`<p class="field"><label for="${part}">${t(`report.${part}`)}</label>
<textarea id="${part}" name="${part}" rows="5" maxlength="${MOST_LETTERS}" aria-describedby="how">${text[part]}</textarea></p>`;
  return html`<form method="post" action="${action}" class="no-print"><p id="how">${t('report.comments-how')}</p>
<input type="hidden" name="after" value="${after}">${parts.map(field)}
<p><button type="submit">${t('report.save')}</button></p></form>`;
};
