import './icon-button.css';
import { Icon } from '../icons/icon.view.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export type IconButtonProps = {
  readonly icon: IconName;
  /** What the button does, in words: read by screen readers and shown on a long press. */
  readonly label: string;
  readonly onPress: (event: Event) => void;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
};

export const IconButton = ({ icon, label, onPress, disabled = false, pressed }: IconButtonProps) => (
  <button
    type="button"
    class="k-icon-button"
    aria-label={label}
    title={label}
    disabled={disabled}
    aria-pressed={pressed}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
);
