import './top-bar.css';
import type { ComponentChildren } from 'preact';
import { IconButton } from '../buttons/icon-button.view.tsx';

export type TopBarProps = {
  readonly title: string;
  /** A title that the page says again in full takes two lines at most. */
  readonly cut?: boolean;
  readonly subtitle?: ComponentChildren;
  readonly onBack?: (() => void) | undefined;
  readonly backLabel: string;
  readonly actions?: ComponentChildren;
  /** Across the whole width, on every screen: « Entraînement ». */
  readonly banner?: ComponentChildren;
};

export const TopBar = ({ title, cut = false, subtitle, onBack, backLabel, actions, banner }: TopBarProps) => (
  <header class="k-top">
    {banner ? <div class="k-top__banner">{banner}</div> : null}
    <div class="k-top__bar">
      {onBack === undefined ? null : <IconButton icon="back" label={backLabel} onPress={onBack} />}
      <div class="k-top__text">
        <h1 class={`k-top__title${cut ? ' k-top__title--cut' : ''}`}>{title}</h1>
        {subtitle ? <p class="k-top__subtitle">{subtitle}</p> : null}
      </div>
      {actions ? <div class="k-top__actions">{actions}</div> : null}
    </div>
  </header>
);
