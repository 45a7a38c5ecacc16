import { useId } from 'preact/hooks';
import { describedBy, FieldHint, FieldNotes, type FieldNotesText, RequiredMark } from '../fields/field-notes.view.tsx';
import { type Choice, ChoiceOption } from './choice-option.view.tsx';

export type ChoicesGroupProps<Value extends string> = FieldNotesText & {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly name?: string | undefined;
  readonly options: readonly Choice<Value>[];
  readonly values: readonly Value[];
  /** Receives all ticked values, in the order of the options. */
  readonly onChange: (values: readonly Value[]) => void;
  /** The option that means "none of these": ticking it unticks the others, and ticking another unticks it. */
  readonly none?: Value | undefined;
  readonly required?: boolean | undefined;
  readonly columns?: 1 | 2 | 3 | undefined;
};

/** Several answers out of a few, each shown as a card to tick. */
export const ChoicesGroup = <Value extends string>(props: ChoicesGroupProps<Value>) => {
  const id = useId();
  const { label, hideLabel, name, options, values, onChange, none, required, columns = 1 } = props;
  const tick = (value: Value, ticked: boolean): void => {
    const kept = values.filter((other) => other !== value && (value === none ? false : other !== none));
    const wanted = ticked ? [...kept, value] : values.filter((other) => other !== value);
    onChange(options.map((option) => option.value).filter((option) => wanted.includes(option)));
  };
  return (
    // ARIA has no "required" or "invalid" for a fieldset of checkboxes: each box is described by the error instead.
    <fieldset class="k-choices" aria-describedby={describedBy(id, props)}>
      <legend class={hideLabel === true ? 'k-unseen' : 'k-choices__label'}>
        {label}
        <RequiredMark required={required} />
      </legend>
      <FieldHint id={id} hint={props.hint} />
      <div class={`k-choices__cards k-choices__cards--${columns}`}>
        {options.map((choice) => (
          <ChoiceOption
            key={choice.value}
            kind="checkbox"
            name={name ?? id}
            choice={choice}
            checked={values.includes(choice.value)}
            describedBy={props.error ? `${id}-error` : undefined}
            onChange={(ticked) => tick(choice.value, ticked)}
          />
        ))}
      </div>
      <FieldNotes {...props} id={id} />
    </fieldset>
  );
};
