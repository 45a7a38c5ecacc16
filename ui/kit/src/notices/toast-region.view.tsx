import './toast-region.css';
import { IconButton } from '../buttons/icon-button.view.tsx';
import { Icon } from '../icons/icon.view.tsx';

export type Toast = {
  readonly id: string;
  readonly text: string;
  readonly kind?: 'success' | 'info' | 'warning' | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
};

export type ToastRegionProps = {
  readonly label: string;
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: string) => void;
  readonly dismissLabel: string;
};

/**
 * Short messages over the bottom of the page. The region is always there, so that a screen reader hears what is put
 * into it. How long one stays is the app's; nothing that must be read goes here alone.
 */
export const ToastRegion = ({ label, toasts, onDismiss, dismissLabel }: ToastRegionProps) => (
  <section class="k-toasts" aria-label={label} aria-live="polite">
    {toasts.map(({ id, text, kind = 'success', action }) => (
      <div key={id} class="k-toast">
        <Icon name={kind === 'success' ? 'check' : kind} />
        <div class="k-toast__body">
          <span class="k-toast__text">{text}</span>
          {action === undefined ? null : (
            <button type="button" class="k-toast__action" onClick={action.onPress}>
              {action.label}
            </button>
          )}
        </div>
        <IconButton icon="close" label={dismissLabel} onPress={() => onDismiss(id)} />
      </div>
    ))}
  </section>
);
