import './field.css';
import './search-field.css';
import { useId, useRef } from 'preact/hooks';
import { IconButton } from '../buttons/icon-button.view.tsx';
import { Icon } from '../icons/icon.view.tsx';

export type SearchFieldProps = {
  /** Always read by screen readers; visible unless `hideLabel`. */
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly clearLabel: string;
  readonly onSubmit?: (() => void) | undefined;
};

export const SearchField = (props: SearchFieldProps) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { label, hideLabel = true, value, onInput, placeholder, clearLabel, onSubmit } = props;
  return (
    <search class="k-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          input.current?.blur();
          onSubmit?.();
        }}
      >
        <label class={hideLabel ? 'k-unseen' : 'k-field__label'} for={id}>
          {label}
        </label>
        <div class="k-search__box">
          <Icon name="search" />
          <input
            ref={input}
            id={id}
            class="k-search__input"
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            spellcheck={false}
            dir="auto"
            value={value}
            placeholder={placeholder}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          {value === '' ? null : (
            <IconButton
              icon="close"
              label={clearLabel}
              onPress={() => {
                onInput('');
                input.current?.focus();
              }}
            />
          )}
        </div>
      </form>
    </search>
  );
};
