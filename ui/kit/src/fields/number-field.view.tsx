import './field.css';
import './number-field.css';
import { useId } from 'preact/hooks';
import { describedBy, FieldHint, FieldNotes, type FieldNotesText, RequiredMark } from './field-notes.view.tsx';
import { cleanNumberEntry } from './number-entry.ts';

export type NumberFieldProps = FieldNotesText & {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly unit?: string | undefined;
  /** The text as typed; `readNumberEntry` parses it. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Greater than 0 allows a separator and asks for a keypad that has one. */
  readonly decimals?: number | undefined;
  readonly inputmode?: 'decimal' | 'numeric' | undefined;
  /** The previous value with its day, shown beside the input. */
  readonly earlier?: string | null | undefined;
  readonly required?: boolean | undefined;
  readonly name?: string | undefined;
  /** Label of the Enter key on the phone's keyboard. */
  readonly enterkeyhint?: 'next' | 'done' | undefined;
};

export const NumberField = (props: NumberFieldProps) => {
  const id = useId();
  const { label, hideLabel, unit, value, onInput, onBlur, inputmode, earlier, required, name, enterkeyhint } = props;
  const decimals = props.decimals ?? (inputmode === 'numeric' ? 0 : 1);
  const notes = [describedBy(id, props), unit ? `${id}-unit` : '', earlier ? `${id}-earlier` : ''];
  const doubtful = (props.warning || (props.warnings ?? []).length > 0) && !props.error;
  return (
    <div class="k-field">
      <label class={hideLabel === true ? 'k-unseen' : 'k-field__label'} for={id}>
        {label}
        <RequiredMark required={required} />
      </label>
      <FieldHint id={id} hint={props.hint} />
      <div class="k-field__box">
        <span class="k-number">
          <input
            id={id}
            class={doubtful ? 'k-input k-number__input k-input--doubtful' : 'k-input k-number__input'}
            type="text"
            name={name}
            inputMode={inputmode ?? (decimals > 0 ? 'decimal' : 'numeric')}
            enterkeyhint={enterkeyhint}
            autocomplete="off"
            value={value}
            required={required}
            aria-invalid={props.error ? true : undefined}
            aria-describedby={notes.filter(Boolean).join(' ') || undefined}
            onInput={(event) => {
              const clean = cleanNumberEntry(event.currentTarget.value, decimals);
              if (clean !== event.currentTarget.value) event.currentTarget.value = clean;
              onInput(clean);
            }}
            onBlur={onBlur}
          />
          {unit ? (
            <span class="k-number__unit" id={`${id}-unit`}>
              {unit}
            </span>
          ) : null}
        </span>
        {earlier ? (
          <span class="k-number__earlier" id={`${id}-earlier`}>
            {earlier}
          </span>
        ) : null}
      </div>
      <FieldNotes {...props} id={id} />
    </div>
  );
};
