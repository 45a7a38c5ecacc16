import './sheet.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../buttons/icon-button.view.tsx';

export type SheetProps = {
  readonly open: boolean;
  /** The visible title, which is also the accessible name. */
  readonly label: string;
  readonly closeLabel: string;
  /** Called on Escape, the phone's back gesture, the close button, or a press outside the sheet. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons that stay in sight while the content scrolls. */
  readonly actions?: ComponentChildren;
  /** A press outside the sheet does not close it. For sheets with unsaved input. */
  readonly keep?: boolean | undefined;
};

/**
 * A modal sheet from the bottom of the screen, on the native `<dialog>`: the page behind is inert, the focus stays
 * inside and returns to the element that had it before.
 */
export const Sheet = ({ open, label, closeLabel, onClose, children, actions, keep = false }: SheetProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || open === element.open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  // Closed before it is taken away, so that the focus returns.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape, which the browser turns into `cancel`.
    <dialog
      ref={dialog}
      class="k-sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!keep && event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <div class="k-sheet__body">
          <div class="k-sheet__head">
            <h2 id={id} class="k-sheet__title">
              {label}
            </h2>
            <IconButton icon="close" label={closeLabel} onPress={onClose} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section class="k-sheet__content" tabIndex={0} aria-labelledby={id}>
            {children}
          </section>
          {actions ? <div class="k-sheet__actions">{actions}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
};
