import './danger-frame.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';

export type DangerFrameProps = {
  readonly active: boolean;
  /** The sign in words: « Signe de danger : convulsions ». */
  readonly title: string;
  readonly text?: ComponentChildren;
  /** What to do before she refers. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
};

/**
 * Turns the screen when a danger sign is there. What is inside stays mounted and keeps its focus: she may finish
 * typing. The banner is read out at once; in a long page the frame stays in sight.
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
