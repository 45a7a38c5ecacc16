/**
 * The page that gives a new value to one piece of the protocol: a cut-off, a cell of a rule, a line of the calendar.
 */
import { answerHere } from '@denba/kit/html/answer-here';
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { CodeChoice } from '@denba/protocols/booklet/cell-choices';
import type { Text } from '@denba/quantities/text';
import type { PortalVisit } from '../portal-visit.ts';
import { cellField, cellList, codeField, type PieceCell } from './cell-field.ts';
import { trailOf } from './content-pages.ts';
import { changeAddress, draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary } from './draft-view.ts';

export type PieceField =
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'yesNo' }
  /** Without `choices` the code is typed. */
  | { readonly kind: 'code'; readonly hint: string; readonly now: string; readonly choices: readonly CodeChoice[] }
  | { readonly kind: 'cells'; readonly columns: readonly PieceCell[] };

export type Piece = {
  /** The kind of piece, as in the address: `parameter`, `row` or `contact`. */
  readonly what: 'parameter' | 'row' | 'contact';
  readonly name: string;
  readonly title: Text;
  readonly now: Text;
  readonly limits: Text | null;
  readonly field: PieceField;
};

export type Typed = { readonly fields: Readonly<Record<string, string>>; readonly problem: Text | null };

export const changePage = (
  visit: PortalVisit,
  draft: Pick<DraftSummary, 'id' | 'title'>,
  piece: Piece,
  { fields, problem }: Typed,
): Html => {
  const { t, text } = visit;
  const { field } = piece;
  const asked = fields['column'] ?? visit.query.get('column');
  const cell = field.kind === 'cells' ? field.columns.find(({ column }) => column === asked) : undefined;
  const address = (column: string): string =>
    `${changeAddress(draft.id, piece.what, piece.name)}&column=${encodeURIComponent(column)}`;
  return draftLayout(
    visit,
    { title: text(piece.title), trail: trailOf(visit, draft) },
    html`<p class="soft">${piece.name}</p>
<p>${t('draft.now', { value: text(piece.now) })}</p>
${piece.limits !== null && html`<p>${t('booklet.limits', { limits: text(piece.limits) })}</p>`}
${
  field.kind === 'cells' && cell === undefined
    ? html`${problem !== null && html`<p class="problem" role="alert"${answerHere}>${text(problem)}</p>`}${cellList(visit, field.columns, address)}`
    : html`<form method="post" action="${draftAddress(draft.id, 'change')}" class="change-form">
<input type="hidden" name="what" value="${piece.what}"><input type="hidden" name="name" value="${piece.name}">
${valueField(visit, field, cell, { fields, problem })}
<p class="field"><label for="reason">${t('draft.reason')}</label><span class="hint" id="reason-hint">${t('draft.reason-hint')}</span>
<textarea id="reason" name="reason" rows="3" maxlength="500" required aria-describedby="reason-hint">${fields['reason'] ?? ''}</textarea></p>
<p><button>${t('draft.save-change')}</button></p></form>
${
  cell !== undefined &&
  html`${cell.offered !== null && html`<p><a href="${address(cell.column)}&typed=yes">${t('draft.type-cell')}</a></p>`}<p><a href="${changeAddress(draft.id, piece.what, piece.name)}">${t('draft.other-cell')}</a></p>`
}`
}
${
  piece.what === 'row' &&
  html`<details><summary>${t('draft.remove-row')}</summary><form method="post" action="${draftAddress(draft.id, 'change')}">
<input type="hidden" name="what" value="remove"><input type="hidden" name="name" value="${piece.name}">
<p class="field"><label for="remove-reason">${t('draft.reason')}</label><textarea id="remove-reason" name="reason" rows="2" maxlength="500" required></textarea></p>
<p><button class="danger">${t('draft.remove-row')}</button></p></form></details>`
}`,
  );
};

const valueField = (
  visit: PortalVisit,
  field: PieceField,
  cell: PieceCell | undefined,
  { fields, problem }: Typed,
): Part => {
  const { t, text } = visit;
  const said = problem !== null && html`<span class="problem" id="value-problem" role="alert">${text(problem)}</span>`;
  const described = problem !== null && 'value-problem';
  const value = fields['value'] ?? '';
  switch (field.kind) {
    case 'yesNo':
      return html`<p class="field short"><label for="value">${t('draft.new-value')}</label><select id="value" name="value" aria-describedby="${described}" ${problem !== null && 'autofocus'}>
<option value="yes" ${value === 'yes' && 'selected'}>${t('case.yes')}</option><option value="no" ${value === 'no' && 'selected'}>${t('case.no')}</option></select>${said}</p>`;
    case 'number':
      return html`<p class="field short"><label for="value">${t('draft.new-value-unit', { unit: field.unit })}</label>
<input id="value" name="value" type="text" inputmode="text" value="${value}" maxlength="20" required autocomplete="off" aria-invalid="${problem === null ? 'false' : 'true'}" aria-describedby="${described}" ${problem !== null && 'autofocus'}>${said}</p>`;
    case 'code':
      if (field.choices.length > 0) return codeField(visit, field.choices, fields['value'] ?? field.now, said);
      return html`<p class="field short"><label for="value">${t('draft.new-value')}</label>${field.hint !== '' && html`<span class="hint">${t('draft.possible', { values: field.hint })}</span>`}
<input id="value" name="value" type="text" value="${value}" maxlength="60" required autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="${described}" ${problem !== null && 'autofocus'}>${said}</p>`;
    case 'cells':
      return cell !== undefined && cellField(visit, cell, { fields, said });
  }
};
