/** The number of children in each group that needs action; a tap leads to the group. */
import { t } from '../shell/words/language.ts';
import type { GroupName, TodayGroup } from './today-groups.ts';

type Asking = Exclude<GroupName, 'inHospital'>;

type Props = { readonly groups: readonly TodayGroup[]; readonly onGo: (name: GroupName) => void };

export const Tiles = ({ groups, onGo }: Props) => (
  <ul class="tiles" aria-label={t('today.counts')}>
    {groups.flatMap(({ name, count }) =>
      asks(name) ? (
        <li key={name}>
          <button type="button" class="tiles__one" onClick={() => onGo(name)}>
            <span class="tiles__count">{count}</span>
            <span class="tiles__word">{t(`today.tile.${name}`, { count })}</span>
          </button>
        </li>
      ) : (
        []
      ),
    )}
  </ul>
);

/** Children in hospital need no action today, so they have no tile. */
const asks = (name: GroupName): name is Asking => name !== 'inHospital';
