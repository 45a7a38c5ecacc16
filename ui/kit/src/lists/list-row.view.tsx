import './list-row.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.view.tsx';

export type ListRowProps = {
  readonly title: ComponentChildren;
  readonly subtitle?: ComponentChildren;
  /** At the start: an icon, an initial. */
  readonly leading?: ComponentChildren;
  /** At the end, under the title where it does not fit: a day, a number. */
  readonly trailing?: ComponentChildren;
  /** Under the subtitle: class badges, marks. */
  readonly badges?: ComponentChildren;
  /** Without it the row only shows. Phrasing content only in a row that can be pressed. */
  readonly onPress?: ((event: Event) => void) | undefined;
  /** A finger is on the row, and may press it or scroll: what the press will need can be begun. */
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
