import './field.css';
import './text-field.css';
import { useId } from 'preact/hooks';
import { ChipRow } from '../buttons/chip-row.view.tsx';
import { describedBy, FieldHint, FieldNotes, type FieldNotesText, RequiredMark } from './field-notes.view.tsx';

export type TextFieldProps = FieldNotesText & {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly type?: 'text' | 'tel' | undefined;
  readonly multiline?: boolean | undefined;
  /** One-tap answers under the field: villages, names already known. */
  readonly suggestions?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  readonly name?: string | undefined;
  /** Capitalises the first letter of each word: for names. */
  readonly capitalize?: boolean | undefined;
  readonly enterkeyhint?: 'next' | 'done' | 'search' | undefined;
};

const telephone = { type: 'tel', dir: 'ltr' } as const;
const words = { type: 'text', dir: 'auto' } as const;

/** Browser completion and correction are off: names stay as typed, and do not enter the phone's dictionary. */
export const TextField = (props: TextFieldProps) => {
  const id = useId();
  const { label, hideLabel, value, onInput, type = 'text', multiline = false, suggestions = [], required } = props;
  const shared = {
    id,
    class: props.warning ? 'k-input k-input--doubtful' : 'k-input',
    name: props.name,
    value,
    required,
    autocomplete: 'off',
    autocapitalize: props.capitalize === true ? 'words' : type === 'tel' ? 'off' : 'sentences',
    spellcheck: false,
    enterkeyhint: props.enterkeyhint,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': describedBy(id, props),
    onBlur: props.onBlur,
  } as const;
  return (
    <div class="k-field">
      <label class={hideLabel === true ? 'k-unseen' : 'k-field__label'} for={id}>
        {label}
        <RequiredMark required={required} />
      </label>
      <FieldHint id={id} hint={props.hint} />
      <div class="k-field__box">
        {multiline ? (
          <textarea {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
        ) : (
          <input
            {...shared}
            {...(type === 'tel' ? telephone : words)}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      </div>
      <ChipRow
        chips={suggestions.filter((text) => text !== value).map((text) => ({ value: text, label: text }))}
        label={label}
        onPress={onInput}
      />
      <FieldNotes {...props} id={id} />
    </div>
  );
};
