import './button.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export type ButtonProps = {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly onPress?: ((event: Event) => void) | undefined;
  readonly icon?: IconName | undefined;
  /** An action is under way: the button shows it, ignores further presses and keeps its focus. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Fills the width of its container. */
  readonly full?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly children: ComponentChildren;
};

export const Button = ({
  kind = 'secondary',
  onPress,
  icon,
  busy = false,
  disabled = false,
  full = false,
  type = 'button',
  children,
}: ButtonProps) => (
  <button
    class={`k-button k-button--${kind}${full ? ' k-button--full' : ''}`}
    type={type}
    disabled={disabled}
    aria-busy={busy}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onPress?.(event);
    }}
  >
    {busy ? <span class="k-button__busy" aria-hidden="true" /> : icon === undefined ? null : <Icon name={icon} />}
    <span class="k-button__text">{children}</span>
  </button>
);
