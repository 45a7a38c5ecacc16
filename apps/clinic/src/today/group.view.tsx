/** One group of today, folded or not; a long one is shown a part at a time. */
import { Button } from '@denba/kit/button.view';
import { Icon } from '@denba/kit/icon.view';
import type { CareRules } from '@denba/protocols/care/follow-up-rules';
import type { LocalDate } from '@denba/quantities/local-date';
import { useState } from 'preact/hooks';
import { t } from '../shell/language.ts';
import { DueRow } from './due-row.view.tsx';
import type { TodayGroup } from './today-groups.ts';

type Props = {
  readonly group: TodayGroup;
  readonly today: LocalDate;
  readonly rules: CareRules;
  readonly open: boolean;
  readonly onTurn: (open: boolean) => void;
};

const ROWS_AT_ONCE = 10;

export const Group = ({ group, today, rules, open, onTurn }: Props) => {
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const { name, items } = group;
  const left = items.length - shown;
  return (
    <section class="today-group" id={`today-${name}`} aria-labelledby={`today-${name}-title`}>
      <h2 class="today-group__title">
        <button
          id={`today-${name}-title`}
          type="button"
          aria-expanded={open}
          aria-controls={`today-${name}-rows`}
          onClick={() => onTurn(!open)}
        >
          <span class="today-group__name">{t(`today.group.${name}`)}</span>
          <span class="today-group__count">{items.length}</span>
          <Icon name={open ? 'up' : 'down'} />
        </button>
      </h2>
      <div id={`today-${name}-rows`} hidden={!open}>
        {open ? (
          <>
            <ul class="today-group__rows">
              {items.slice(0, shown).map((due) => (
                <li key={due.child.id}>
                  <DueRow due={due} today={today} rules={rules} group={name} />
                </li>
              ))}
            </ul>
            {left > 0 ? (
              <Button full kind="quiet" icon="down" onPress={() => setShown(shown + 2 * ROWS_AT_ONCE)}>
                {t('today.more', { count: left })}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
};
