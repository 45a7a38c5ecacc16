/**
 * On the element that answers what a form sent: the browser puts the focus there when the page has come, so that a
 * keyboard goes on from it and a screen reader says it. Without it both begin again at the head of the page.
 */
import { type Html, html } from './html.ts';

export const answerHere: Html = html` tabindex="-1" autofocus`;
