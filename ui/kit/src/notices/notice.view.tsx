import './notice.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export type NoticeKind = 'info' | 'warning' | 'danger' | 'success';

export type NoticeProps = {
  readonly kind: NoticeKind;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
};

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  warning: 'warning',
  danger: 'warning',
  success: 'check',
};

/**
 * A message that stays on the page. Announced when it appears: a danger at once, the others after the current speech.
 */
export const Notice = ({ kind, title, children, actions }: NoticeProps) => (
  <div class={`k-notice k-notice--${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
    <span class="k-notice__icon">
      <Icon name={icons[kind]} />
    </span>
    <div class="k-notice__body">
      {title === undefined ? null : <p class="k-notice__title">{title}</p>}
      {children ? <div>{children}</div> : null}
      {actions ? <div class="k-notice__actions">{actions}</div> : null}
    </div>
  </div>
);
