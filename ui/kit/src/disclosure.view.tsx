import './disclosure.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.view.tsx';

export type DisclosureProps = {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  /** As it first stands. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
};

export const Disclosure = ({ summary, children, open = false, onToggle }: DisclosureProps) => (
  <details class="k-disclosure" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
    <summary class="k-disclosure__summary">
      <span class="k-disclosure__text">{summary}</span>
      <Icon name="down" size={1.2} />
    </summary>
    <div class="k-disclosure__content">{children}</div>
  </details>
);
