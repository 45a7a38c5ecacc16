import './bottom-nav.css';
import { Icon } from '../icons/icon.view.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export type NavItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  readonly onPress: () => void;
  /** The number of things to attend to; screen readers read it before the label. */
  readonly badge?: string | number | undefined;
};

export const BottomNav = ({ items, label }: { readonly items: readonly NavItem[]; readonly label: string }) => (
  <nav class="k-nav" aria-label={label}>
    <div class="k-nav__items">
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          class="k-nav__item"
          aria-current={item.current ? 'page' : undefined}
          onClick={item.onPress}
        >
          <span class="k-nav__icon">
            <Icon name={item.icon} />
            {item.badge === undefined ? null : <span class="k-nav__badge">{item.badge}</span>}
          </span>
          <span class="k-nav__label">{item.label}</span>
        </button>
      ))}
    </div>
  </nav>
);
