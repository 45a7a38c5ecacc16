import './disclosure.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/icon.view.tsx';

export type DisclosureProps = {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  /** The initial state; closed by default. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
};

/** A section that opens. Its content is rendered at the first opening only: a page of a family has dozens of them. */
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
