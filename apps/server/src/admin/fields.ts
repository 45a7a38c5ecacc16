/** Fields and buttons of the forms. Each field has its label above it and room for a thumb. */
import { type Html, html, type Part } from '@denba/kit/html/html';

type Field = {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password';
  /** For the browser: what it may fill in. */
  readonly autocomplete?: string;
  readonly hint?: string;
  /** A name: the keyboard of a phone begins its words with a capital. */
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

/** A box that has to be ticked; what it says is sent. */
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
