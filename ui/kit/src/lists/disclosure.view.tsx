import './disclosure.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/icon.view.tsx';

export type DisclosureProps = {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  /** As it first stands. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
};

/** What was never opened is not drawn: a page of a family has dozens of such lines. */
export const Disclosure = ({ summary, children, open = false, onToggle }: DisclosureProps) => {
  const [drawn, setDrawn] = useState(open);
  return (
    <details
      class="k-disclosure"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setDrawn(true);
        onToggle?.(event.currentTarget.open);
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button. */}
      <summary class="k-disclosure__summary" onClick={() => setDrawn(true)}>
        <span class="k-disclosure__text">{summary}</span>
        <Icon name="down" size={1.2} />
      </summary>
      {drawn ? <div class="k-disclosure__content">{children}</div> : null}
    </details>
  );
};
