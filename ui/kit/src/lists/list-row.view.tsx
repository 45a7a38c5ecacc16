import './list-row.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';

export type ListRowProps = {
  readonly title: ComponentChildren;
  readonly subtitle?: ComponentChildren;
  /** Shown at the start of the row: an icon, an initial. */
  readonly leading?: ComponentChildren;
  /** Shown at the end of the row, or under the title where it does not fit: a day, a number. */
  readonly trailing?: ComponentChildren;
  /** Shown under the subtitle: class badges, marks. */
  readonly badges?: ComponentChildren;
  /** Without it the row cannot be pressed. With it the row is a button, which may hold phrasing content only. */
  readonly onPress?: ((event: Event) => void) | undefined;
  /** Called when a finger touches the row, which may become a press or a scroll: to start loading in advance. */
  readonly onReach?: (() => void) | undefined;
  readonly current?: boolean | undefined;
};

export const ListRow = ({ onPress, onReach, current, ...content }: ListRowProps) =>
  onPress === undefined ? (
    <div class="k-row">
      <RowContent {...content} />
    </div>
  ) : (
    <button type="button" class="k-row k-row--press" aria-current={current} onPointerDown={onReach} onClick={onPress}>
      <RowContent {...content} />
      <span class="k-row__next">
        <Icon name="next" size={1.2} />
      </span>
    </button>
  );

const RowContent = ({ title, subtitle, leading, trailing, badges }: ListRowProps) => (
  <>
    {leading ? <span class="k-row__leading">{leading}</span> : null}
    <span class="k-row__text">
      <span class="k-row__line">
        <span class="k-row__title">{title}</span>
        {trailing ? <span class="k-row__trailing">{trailing}</span> : null}
      </span>
      {subtitle ? <span class="k-row__subtitle">{subtitle}</span> : null}
      {badges ? <span class="k-row__badges">{badges}</span> : null}
    </span>
  </>
);
