/**
 * Changes one cell of a rule or of the calendar: the list of cells to choose from, then the field for the new content,
 * with the codes that the cell accepts.
 */
import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html, type Part } from '@denba/kit/html/html';
import { type CellChoices, type CodeChoice, chosenWords } from '@denba/protocols/booklet/cell-choices';
import type { Text } from '@denba/quantities/text';
import type { PortalVisit } from '../portal-visit.ts';
import type { Words } from '../words/words.ts';

export type PieceCell = {
  /** The column heading in the sheet. */
  readonly column: string;
  readonly label: Text;
  readonly text: string;
  /** `null`: the cell does not hold plain codes; its content is typed. */
  readonly offered: CellChoices | null;
};

type Fields = Readonly<Record<string, string>>;

/** `addressOf` returns the address of the page that changes one cell. */
export const cellList = (words: Words, cells: readonly PieceCell[], addressOf: (column: string) => string): Html =>
  html`<p>${words.t('draft.column')}</p><ul class="links">${cells.map(
    (cell) =>
      html`<li><a href="${addressOf(cell.column)}">${words.text(cell.label)}</a> <span class="soft">${contentOf(words, cell)}</span></li>`,
  )}</ul>`;

const contentOf = ({ t, text }: Words, { text: content, offered }: PieceCell): Part => {
  if (content === '' || content === '-') return t('draft.cell-empty');
  if (offered === null) return html`<code>${content}</code>`;
  return text(chosenWords(offered));
};

/**
 * The field offers codes when the cell holds codes and nothing else was typed; otherwise it is a text field for what
 * the sheet would hold.
 */
export const cellField = (
  visit: PortalVisit,
  { column, label, text: content, offered }: PieceCell,
  { fields, said }: { readonly fields: Fields; readonly said: Part },
): Html => {
  const { t, text } = visit;
  const typed = fields['value'];
  const isOffered = offered !== null && (typed === undefined || offered.codes.some(({ code }) => code === typed));
  const hidden = html`<input type="hidden" name="column" value="${column}"><p class="value-line">${text(label)}</p>`;
  if (!isOffered || visit.query.get('typed') === 'yes') {
    return html`${hidden}<p class="field"><label for="value">${t('draft.new-cell')}</label><span class="hint" id="value-hint">${t('draft.cell-hint')}</span>
<input id="value" name="value" type="text" value="${typed ?? content}" maxlength="300" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid="${said === false ? 'false' : 'true'}" aria-describedby="${said === false ? 'value-hint' : 'value-problem'}" ${said !== false && 'autofocus'}>${said}</p>`;
  }
  if (!offered.several)
    return html`${hidden}${codeField(visit, offered.codes, typed ?? offered.chosen[0] ?? '', said)}`;
  const ticked = Object.keys(fields).flatMap((name) => (name.startsWith('code.') ? [name.slice(5)] : []));
  const chosen = Object.keys(fields).length === 0 ? offered.chosen : ticked;
  return html`${hidden}<input type="hidden" name="codes" value="yes"><fieldset class="field"${said !== false && answerHere}><legend>${t('draft.new-cell')}</legend>
<p class="hint">${t('draft.codes-hint')}</p>${offered.codes.map(
    ({ code, words }) =>
      html`<p class="tick"><input id="code.${code}" name="code.${code}" type="checkbox" value="yes" ${chosen.includes(code) && 'checked'}><label for="code.${code}">${text(words)}</label></p>`,
  )}${said}</fieldset>`;
};

export const codeField = ({ t, text }: Words, codes: readonly CodeChoice[], chosen: string, said: Part): Html =>
  html`<p class="field short"><label for="value">${t('draft.new-value')}</label><select id="value" name="value" aria-describedby="${said === false ? '' : 'value-problem'}" ${said !== false && 'autofocus'}>${codes.map(
    ({ code, words }) => html`<option value="${code}" ${code === chosen && 'selected'}>${text(words)}</option>`,
  )}</select>${said}</p>`;
