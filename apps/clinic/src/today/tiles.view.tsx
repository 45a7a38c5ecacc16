/** How many of each, at a glance; a tap leads to them. */
import { t } from '../shell/language.ts';
import type { GroupName, TodayGroup } from './today-groups.ts';

type Props = { readonly groups: readonly TodayGroup[]; readonly onGo: (name: GroupName) => void };

export const Tiles = ({ groups, onGo }: Props) => (
  <ul class="tiles" aria-label={t('today.counts')}>
    {groups.map(({ name, items }) => (
      <li key={name}>
        <button type="button" class="tiles__one" onClick={() => onGo(name)}>
          <span class="tiles__count">{items.length}</span>
          <span class="tiles__word">{t(`today.tile.${name}`, { count: items.length })}</span>
        </button>
      </li>
    ))}
  </ul>
);
