import './danger-frame.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';

export type DangerFrameProps = {
  readonly active: boolean;
  /** The danger sign in words: « Signe de danger : convulsions ». */
  readonly title: string;
  readonly text?: ComponentChildren;
  /** Buttons for what must be done before referral. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
};

/**
 * Frames the screen in red while `active`, when there is a danger sign. The children stay mounted and keep their focus,
 * so that the user may finish typing. The banner is announced at once; in a long page the frame stays in sight.
 */
export const DangerFrame = ({ active, title, text, actions, children }: DangerFrameProps) => (
  <div class={active ? 'k-danger k-danger--active' : 'k-danger'}>
    <div class="k-danger__place" role="alert">
      {active ? (
        <div class="k-danger__banner">
          <span class="k-danger__icon">
            <Icon name="warning" size={1.8} />
          </span>
          <div class="k-danger__text">
            <p class="k-danger__title">{title}</p>
            {text ? <div>{text}</div> : null}
            {actions ? <div class="k-danger__actions">{actions}</div> : null}
          </div>
        </div>
      ) : null}
    </div>
    <div class="k-danger__content">{children}</div>
  </div>
);
