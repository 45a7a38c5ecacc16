/** The MAMI register: one line per stay in care, as on paper, with filters; printed as a table in landscape. */
import { Button } from '@denba/kit/buttons/button.view';
import { List } from '@denba/kit/lists/list.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import { type RegisterRow, registerRows } from '@denba/protocols/care/lists/register-row';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { go } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { PrintedRegister } from './printed-register.view.tsx';
import { everyLine, filterRegister, type RegisterFilter, registerChoices } from './register-filter.ts';
import { RegisterFilters } from './register-filters.view.tsx';
import { RegisterLine } from './register-line.view.tsx';
import './register.css';

const PAGE = 30;

export const RegisterScreen = () => {
  const { rows, session, protocol, today } = useWorkspace();
  const [filter, setFilter] = useState<RegisterFilter>({ ...everyLine, situation: 'inCare' });
  const [shown, setShown] = useState(PAGE);
  const [paper, setPaper] = useState<readonly RegisterRow[] | null>(null);
  const families = rows.value;
  const day = today();
  const lines = useMemo(() => registerRows(families.values()).toReversed(), [families]);
  const choices = useMemo(() => registerChoices(lines), [lines]);
  const late = useMemo(() => {
    const lists = dueToday(families.values(), protocol.rules, day);
    return new Set([...lists.late, ...lists.toTrace].map(({ child }) => child.id));
  }, [families, protocol, day]);
  const kept = useMemo(() => filterRegister(lines, filter, late), [lines, filter, late]);

  // The whole table is rendered only for printing, because thousands of lines would slow down the screen. It stays
  // rendered: some phones capture the page long after `print` returned, and would print the first lines of the list.
  useEffect(() => {
    if (paper === null) return;
    session.audit.add('register-printed', { lines: paper.length }).catch(() => undefined);
    print();
  }, [paper, session]);

  return (
    <Screen title={t('register.title')}>
      <RegisterFilters
        filter={filter}
        choices={choices}
        onChange={(next) => {
          setFilter(next);
          setShown(PAGE);
          setPaper(null);
        }}
      />
      <div class="register__head">
        <p role="status">{t(`register.count.${filter.situation}`, { count: kept.length })}</p>
        <Button kind="quiet" icon="print" disabled={kept.length === 0} onPress={() => setPaper([...kept])}>
          {t('register.print')}
        </Button>
      </div>
      {kept.length === 0 ? (
        <EmptyState
          icon="list"
          title={t('register.empty')}
          text={t(lines.length === 0 ? 'register.empty-text' : 'register.empty-filter')}
        />
      ) : (
        <div class={paper === null ? undefined : 'k-screen-only'}>
          <List label={t('register.title')}>
            {kept.slice(0, shown).map((line) => (
              <RegisterLine key={`${line.child} ${line.enrolledOn}`} line={line} />
            ))}
          </List>
        </div>
      )}
      {kept.length > shown ? (
        <Button kind="quiet" full icon="down" onPress={() => setShown(shown + PAGE)}>
          {t('register.more', { count: kept.length - shown })}
        </Button>
      ) : null}
      <Button full icon="chart" onPress={() => go({ name: 'month' })}>
        {t('register.my-month')}
      </Button>
      {paper === null ? null : <PrintedRegister lines={paper.toReversed()} filter={filter} />}
    </Screen>
  );
};
