import './top-bar.css';
import type { ComponentChildren } from 'preact';
import { IconButton } from '../buttons/icon-button.view.tsx';

export type TopBarProps = {
  readonly title: string;
  /** Limits the title to two lines, for a title that the page repeats in full. */
  readonly cut?: boolean;
  readonly subtitle?: ComponentChildren;
  readonly onBack?: (() => void) | undefined;
  readonly backLabel: string;
  readonly actions?: ComponentChildren;
  /** Shown above the bar across the whole width, on every screen: « Entraînement ». */
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
