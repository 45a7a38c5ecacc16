/** A password field that can show its text: in bright sun, typing errors cost more than a look over the shoulder. */
import '@denba/kit/fields/field.css';
import { describedBy, FieldHint, FieldNotes } from '@denba/kit/fields/field-notes.view';
import { useId } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import '../start/recovery-key.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | null;
  readonly error?: string | null;
  /** Shows letters instead of dots. */
  readonly shown: boolean;
};

export const PasswordField = ({ label, value, onInput, hint = null, error = null, shown }: Props) => {
  const id = useId();
  const attributes = {
    id,
    class: 'k-input',
    value,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    dir: 'auto',
    'aria-invalid': error === null ? undefined : true,
    'aria-describedby': describedBy(id, { hint, error }),
    onInput: (event: InputEvent & { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="k-field">
      <label class="k-field__label" for={id}>
        {label}
      </label>
      <FieldHint id={id} hint={hint} />
      <div class="k-field__box">
        {shown ? <input {...attributes} type="text" /> : <input {...attributes} type="password" />}
      </div>
      <FieldNotes id={id} error={error} />
    </div>
  );
};

type ShowProps = { readonly shown: boolean; readonly onChange: (shown: boolean) => void };

export const ShowPassword = ({ shown, onChange }: ShowProps) => (
  <label class="confirm">
    <input type="checkbox" checked={shown} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{t('safekeeping.show-password')}</span>
  </label>
);
