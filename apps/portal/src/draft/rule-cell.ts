/** One cell of a new rule: collapsed while it is empty; it holds codes to choose from and a text field. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { CodeChoice } from '@denba/protocols/booklet/cell-choices';
import type { Text } from '@denba/quantities/text';
import type { Words } from '../words/words.ts';

export type RuleCell = {
  /** The column heading in the sheet. */
  readonly column: string;
  /** The name of the field in the form: `when.3`, with `.code.<code>` or `.code`, and `.text`. */
  readonly field: string;
  readonly label: Text;
  /** The codes that this cell accepts; empty: its content is typed. */
  readonly codes: readonly CodeChoice[];
  /** The content as the sheet will hold it. */
  readonly text: string;
};

export const newRuleCell = (words: Words, cell: RuleCell, problem: Text | null): Html => {
  const { t, text } = words;
  const { codes, label } = cell;
  const isCondition = cell.field.startsWith('when');
  const listed = cell.text === '' ? [] : cell.text.split(/\s*,\s*/);
  const isListed = codes.length > 0 && listed.every((code) => codes.some((one) => one.code === code));
  const chosen = isListed ? listed : [];
  const typed = isListed ? '' : cell.text;
  const empty = t(isCondition ? 'rule.asks-nothing' : 'rule.gives-nothing');
  const now =
    chosen.length > 0
      ? codes.flatMap(({ code, words: of }) => (chosen.includes(code) ? [text(of)] : [])).join(' ; ')
      : typed || empty;
  const isOpen = cell.text !== '' || problem !== null || !isCondition;
  return html`<details ${isOpen && 'open'}><summary>${text(label)} <span class="soft">${now}</span></summary>
${isCondition ? ticks(words, cell, chosen) : choice(words, cell, chosen[0] ?? '')}
${line(words, cell, typed, problem)}</details>`;
};

const ticks = ({ t, text }: Words, { field, label, codes }: RuleCell, chosen: readonly string[]): Part =>
  codes.length > 0 &&
  html`<fieldset class="field"><legend class="unseen">${text(label)}</legend><p class="hint">${t('draft.codes-hint')}</p>${codes.map(
    ({ code, words }) => {
      const id = `${field}.code.${code}`;
      return html`<p class="tick"><input id="${id}" name="${id}" type="checkbox" value="yes" ${chosen.includes(code) && 'checked'}><label for="${id}">${text(words)}</label></p>`;
    },
  )}</fieldset>`;

const choice = ({ t, text }: Words, { field, label, codes }: RuleCell, chosen: string): Part =>
  codes.length > 0 &&
  html`<p class="field short"><label for="${field}.code">${text(label)}</label><select id="${field}.code" name="${field}.code"><option value="">${t('rule.gives-nothing')}</option>${codes.map(
    ({ code, words }) => html`<option value="${code}" ${code === chosen && 'selected'}>${text(words)}</option>`,
  )}</select></p>`;

const line = ({ t, text }: Words, { field, label }: RuleCell, typed: string, problem: Text | null): Html => {
  const id = `${field}.text`;
  return html`<p class="field"><label for="${id}">${t('rule.typed')}<span class="unseen"> (${text(label)})</span></label><span class="hint" id="${id}-hint">${t('rule.typed-hint')}</span>
<input id="${id}" name="${id}" type="text" value="${typed}" maxlength="300" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid="${problem === null ? 'false' : 'true'}" aria-describedby="${id}-hint${problem === null ? '' : ` ${id}-problem`}">${problem !== null && html`<span class="problem" id="${id}-problem">${text(problem)}</span>`}</p>`;
};
