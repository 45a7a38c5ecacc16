/** Who answers for a piece of content, in words; content that nobody has approved yet is marked. */
import { type Html, html } from '@denba/kit/html/html';
import type { Standing } from '@denba/protocols/booklet/booklet';
import type { Words } from '../words/words.ts';

export const standing = ({ text, t }: Words, { status, authority }: Standing): Html =>
  html`<p class="standing ${status}">${status === 'default' ? html`<strong>${t('booklet.to-approve')}</strong>` : text(authority)}</p>`;
