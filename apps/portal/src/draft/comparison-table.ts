/** A table of counts today and with a draft, one line for each thing that is counted. */
import { type Html, html } from '@denba/kit/html/html';
import { sayNumber } from '../words/numbers.ts';
import type { Words } from '../words/words.ts';
import type { Pair } from './hidden-numbers.ts';

export type FigureView = {
  readonly placeName: (id: string) => string;
  /** The reader may see small numbers of this place. */
  readonly mayOpen: (id: string) => boolean;
};

export type Cell = Pair & { readonly hidden: boolean };
export type Line = { readonly name: string; readonly cells: readonly Cell[] };

/**
 * With one column of pairs the table shows now, then and difference. With several, each cell shows the number with the
 * draft and the difference.
 */
export const comparisonTable = (
  words: Words,
  id: string,
  first: string,
  lines: readonly Line[],
  columns: readonly string[],
): Html => {
  const { t } = words;
  const heads = columns.length === 1 ? [t('replay.now'), t('replay.then'), t('replay.difference')] : columns;
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr><th scope="col">${first}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ name, cells }) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) =>
        columns.length === 1
          ? [cell.base, cell.draft]
              .map(
                (count) => html`<td class="number">${cell.hidden ? t('replay.few') : wholeNumber(words, count)}</td>`,
              )
              .concat(html`<td class="number">${cell.hidden ? '' : difference(words, cell)}</td>`)
          : html`<td class="number">${cell.hidden ? t('replay.few') : html`${wholeNumber(words, cell.draft)} <span class="soft">${difference(words, cell)}</span>`}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
};

export const wholeNumber = (words: Words, count: number): string => sayNumber(words, Math.round(count));

export const difference = (words: Words, { base, draft }: Pair): string => {
  const change = Math.round(draft) - Math.round(base);
  return change === 0 ? '=' : `${change > 0 ? '+' : ''}${sayNumber(words, change)}`;
};
