import './empty-state.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export type EmptyStateProps = {
  readonly icon?: IconName | undefined;
  /** A drawing (`<Picture …/>`) that replaces the icon. */
  readonly picture?: ComponentChildren;
  readonly title: string;
  /** What the user can do now. */
  readonly text?: ComponentChildren;
  readonly action?: ComponentChildren;
};

export const EmptyState = ({ icon, picture, title, text, action }: EmptyStateProps) => (
  <div class="k-empty">
    {picture ? (
      <div class="k-empty__picture" aria-hidden="true">
        {picture}
      </div>
    ) : icon === undefined ? null : (
      <div class="k-empty__icon">
        <Icon name={icon} size={2} />
      </div>
    )}
    <p class="k-empty__title">{title}</p>
    {text ? <p class="k-empty__text">{text}</p> : null}
    {action ? <div class="k-empty__action">{action}</div> : null}
  </div>
);
