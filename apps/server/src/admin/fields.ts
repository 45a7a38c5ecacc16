/** Fields and buttons of the forms. Each field has its label above it and room for a thumb. */
import { type Html, html, type Part } from '@denba/kit/html/html';

type Field = {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password';
  /** Hint for the browser's autofill. */
  readonly autocomplete?: string;
  readonly hint?: string;
  /** The value is a name: a phone's keyboard capitalises each word. */
  readonly capitals?: boolean;
  readonly needed?: boolean;
  readonly most?: number;
};

export const field = ({
  name,
  label,
  value = '',
  type = 'text',
  hint,
  needed = true,
  most = 200,
  ...more
}: Field): Html =>
  html`<p class="field"><label for="${name}">${label}</label>
${hint !== undefined && html`<span class="hint" id="${name}-hint">${hint}</span>`}
<input id="${name}" name="${name}" type="${type}" value="${type === 'password' ? '' : value}" maxlength="${most}"
 autocomplete="${more.autocomplete ?? 'off'}" autocapitalize="${more.capitals === true ? 'words' : 'none'}" spellcheck="false"
 ${needed && 'required'} aria-describedby="${hint !== undefined && `${name}-hint`}"></p>`;

export const choice = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen?: string,
): Html =>
  html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}" required>
${options.map(([value, text]) => html`<option value="${value}" ${value === chosen && 'selected'}>${text}</option>`)}
</select></p>`;

export const form = (
  action: string,
  body: Part,
  button: string,
  kind: 'primary' | 'danger' | 'quiet' = 'primary',
): Html =>
  html`<form method="post" action="${action}">
${body}
<p><button class="${kind}">${button}</button></p>
</form>`;

export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** A required checkbox; `value` is sent when it is ticked. */
export const tick = ({
  name,
  value,
  label,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}): Html =>
  html`<p class="tick"><input id="${name}" name="${name}" type="checkbox" value="${value}" required>
<label for="${name}">${label}</label></p>`;
