import './tabs.css';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

export type TabsProps = {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly current: string;
  readonly onSelect: (id: string) => void;
  /** The content of the current tab's panel. */
  readonly children: ComponentChildren;
};

/** Tabs. Arrow keys move along them in reading direction; Home and End go to the first and the last. */
export const Tabs = ({ label, items, current, onSelect, children }: TabsProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const goTo = (index: number): void => {
    const item = items[(index + items.length) % items.length];
    if (item === undefined) return;
    onSelect(item.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${item.id}`)}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = items.findIndex((item) => item.id === current);
    const forward = list.current !== null && getComputedStyle(list.current).direction === 'rtl' ? -1 : 1;
    const target = {
      ArrowRight: here + forward,
      ArrowLeft: here - forward,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    goTo(target);
  };
  return (
    <div class="k-tabs">
      <div ref={list} class="k-tabs__list" role="tablist" aria-label={label}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            class="k-tabs__tab"
            aria-selected={item.id === current}
            aria-controls={`${id}-panel`}
            tabIndex={item.id === current ? 0 : -1}
            onClick={() => onSelect(item.id)}
            onKeyDown={onKeyDown}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div class="k-tabs__panel" id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
};
