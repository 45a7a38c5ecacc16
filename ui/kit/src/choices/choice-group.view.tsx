import { useId } from 'preact/hooks';
import { describedBy, FieldHint, FieldNotes, type FieldNotesText, RequiredMark } from '../fields/field-notes.view.tsx';
import { type Choice, ChoiceOption } from './choice-option.view.tsx';

export type ChoiceGroupProps<Value extends string> = FieldNotesText & {
  readonly label: string;
  /** Hides the label visually, for when the page already shows the question above. Screen readers still read it. */
  readonly hideLabel?: boolean | undefined;
  /** Name of the radio inputs; generated when absent. Two groups on a page must not share a name. */
  readonly name?: string | undefined;
  readonly options: readonly Choice<Value>[];
  /** `null` means not answered. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** When both `onClear` and `clearLabel` are given, a button under the answer resets it to "not answered". */
  readonly onClear?: (() => void) | undefined;
  readonly clearLabel?: string | undefined;
  readonly required?: boolean | undefined;
  readonly columns?: 1 | 2 | 3 | undefined;
};

/** One answer out of a few, each shown as a card to press. */
export const ChoiceGroup = <Value extends string>(props: ChoiceGroupProps<Value>) => {
  const id = useId();
  const { label, hideLabel, name, options, value, onChange, onClear, clearLabel, required, columns = 1 } = props;
  return (
    <fieldset
      class="k-choices"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows it; the legend names it.
      role="radiogroup"
      aria-invalid={props.error ? true : undefined}
      aria-required={required}
      aria-describedby={describedBy(id, props)}
    >
      <legend class={hideLabel === true ? 'k-unseen' : 'k-choices__label'}>
        {label}
        <RequiredMark required={required} />
      </legend>
      <FieldHint id={id} hint={props.hint} />
      <div class={`k-choices__cards k-choices__cards--${columns}`}>
        {options.map((choice) => (
          <ChoiceOption
            key={choice.value}
            kind="radio"
            name={name ?? id}
            choice={choice}
            checked={choice.value === value}
            required={required}
            onChange={() => onChange(choice.value)}
          />
        ))}
      </div>
      {value !== null && onClear !== undefined && clearLabel !== undefined ? (
        <button type="button" class="k-choices__clear" onClick={onClear}>
          {clearLabel}
        </button>
      ) : null}
      <FieldNotes {...props} id={id} />
    </fieldset>
  );
};
