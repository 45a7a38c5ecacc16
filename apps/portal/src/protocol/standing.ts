/** Who stands behind a piece of content: said in words, and marked when nobody has approved it yet. */
import { type Html, html } from '@denba/kit/html/html';
import type { Standing } from '@denba/protocols/booklet/booklet';
import type { Words } from '../words/words.ts';

export const standing = ({ text, t }: Words, { status, authority }: Standing): Html =>
  html`<p class="standing ${status}">${status === 'default' ? html`<strong>${t('booklet.to-approve')}</strong>` : text(authority)}</p>`;
