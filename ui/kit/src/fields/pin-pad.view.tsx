import './pin-pad.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/icon.view.tsx';

export type PinPadProps = {
  readonly length: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called once, when the last digit is entered. */
  readonly onComplete: (value: string) => void;
  readonly labels: {
    readonly pad: string;
    readonly erase: string;
    /** « 3 chiffres sur 6 »: announced after each key. The digits themselves are neither shown nor announced. */
    readonly entered: string;
  };
  readonly disabled?: boolean | undefined;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;

/** A pad for entering a PIN by touch, or with a keyboard wherever the focus is on the page. */
export const PinPad = (props: PinPadProps) => {
  const { length, value, labels, disabled = false } = props;
  const now = useRef(props);
  now.current = props;

  const type = (digit: string): void => {
    const { value: typed, onChange, onComplete } = now.current;
    if (now.current.disabled === true || typed.length >= length) return;
    const next = typed + digit;
    // A second fast key may arrive before the parent has rendered the first, so the new value is kept here too.
    now.current = { ...now.current, value: next };
    onChange(next);
    if (next.length === length) onComplete(next);
  };
  const erase = (): void => {
    const next = now.current.value.slice(0, -1);
    now.current = { ...now.current, value: next };
    now.current.onChange(next);
  };

  // A layout effect, so that the listener exists before the first paint and no early key is lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      if (/^\d$/.test(event.key)) type(event.key);
      else if (event.key === 'Backspace') erase();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are keys.
    <div class="k-pin" role="group" aria-label={labels.pad}>
      <div class="k-pin__dots" aria-hidden="true">
        {Array.from({ length }, (_, place) => (
          <span key={place} class={place < value.length ? 'k-pin__dot k-pin__dot--typed' : 'k-pin__dot'} />
        ))}
      </div>
      <p class="k-unseen" aria-live="polite">
        {labels.entered}
      </p>
      <div class="k-pin__keys" dir="ltr">
        {digits.map((digit) =>
          digit === '' ? (
            <span key="gap" />
          ) : (
            <button key={digit} type="button" class="k-pin__key" disabled={disabled} onClick={() => type(digit)}>
              {digit}
            </button>
          ),
        )}
        <button
          type="button"
          class="k-pin__key k-pin__key--erase"
          aria-label={labels.erase}
          disabled={disabled || value === ''}
          onClick={erase}
        >
          <Icon name="erase" />
        </button>
      </div>
    </div>
  );
};
