/** One group of today's list, collapsed or expanded; a long one is shown in parts. */
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { LocalDate } from '@denba/quantities/local-date';
import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { afterPaint } from '../shell/screen/after-paint.ts';
import { t } from '../shell/words/language.ts';
import { DueRow } from './due-row.view.tsx';
import { ROWS_AT_ONCE, type TodayGroup } from './today-groups.ts';

type Props = {
  readonly group: TodayGroup;
  readonly today: LocalDate;
  readonly rules: CareRules;
  readonly open: boolean;
  readonly placeName: ComponentProps<typeof DueRow>['placeName'];
  readonly onTurn: (open: boolean) => void;
};

const ROWS_IN_SIGHT = 4;

export const Group = ({ group, today, rules, open, placeName, onTurn }: Props) => {
  const [shown, setShown] = useState(ROWS_IN_SIGHT);
  // Rows below the visible part are rendered after the first paint.
  useEffect(() => {
    void afterPaint().then(() => setShown((now) => Math.max(now, ROWS_AT_ONCE)));
  }, []);
  const { name, count, items } = group;
  const left = count - shown;
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
          <span class="today-group__count">{count}</span>
          <Icon name={open ? 'up' : 'down'} />
        </button>
      </h2>
      <div id={`today-${name}-rows`} hidden={!open}>
        {open ? (
          <>
            <ul class="today-group__rows">
              {items.slice(0, shown).map((due) => (
                <li key={due.child.id}>
                  <DueRow due={due} today={today} rules={rules} group={name} placeName={placeName} />
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
