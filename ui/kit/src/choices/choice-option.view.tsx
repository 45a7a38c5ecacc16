import './choice-option.css';
import type { ComponentChildren } from 'preact';

export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  /** A second line in quieter text. */
  readonly detail?: string | undefined;
  /** A drawing (`<Picture …/>`). The label must say the same in words. */
  readonly picture?: ComponentChildren;
};

type ChoiceOptionProps = {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly required?: boolean | undefined;
  readonly describedBy?: string | undefined;
};

export const ChoiceOption = ({ kind, name, choice, checked, onChange, required, describedBy }: ChoiceOptionProps) => (
  <label class={choice.picture ? 'k-choice k-choice--picture' : 'k-choice'}>
    <input
      class="k-choice__input"
      type={kind}
      name={name}
      value={choice.value}
      checked={checked}
      required={required}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {choice.picture ? (
      <span class="k-choice__picture" aria-hidden="true">
        {choice.picture}
      </span>
    ) : null}
    <span class="k-choice__text">
      {choice.label}
      {choice.detail ? <span class="k-choice__detail">{choice.detail}</span> : null}
    </span>
  </label>
);
