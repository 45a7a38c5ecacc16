/** The audit log of this phone: everybody who works with it can read it, and nobody can change it. */

import type { AuditEvent } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { familyId, isId } from '@denba/records/ids';
import { useEffect, useState } from 'preact/hooks';
import { dayOf } from '../shell/phone/clock.ts';
import { type PeopleNames, peopleNames } from '../shell/record/people-names.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay, sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type AuditLine, auditDays } from './audit-lines.ts';
import './more.css';

const PAGE = 100;

type Log = { readonly events: readonly AuditEvent[]; readonly names: PeopleNames };

export const AuditScreen = () => {
  const { session, device } = useWorkspace();
  const [limit, setLimit] = useState(PAGE);
  const [log, setLog] = useState<Log | null>(null);
  useEffect(() => {
    let wanted = true;
    void Promise.all([session.audit.list(limit), peopleNames(device, session.sealed)]).then(([events, names]) => {
      if (wanted) setLog({ events, names });
    });
    return () => {
      wanted = false;
    };
  }, [session, device, limit]);

  return (
    <Screen title={t('audit.title')}>
      <p class="quiet">{t('audit.text')}</p>
      {log === null ? null : log.events.length === 0 ? (
        <EmptyState icon="eye" title={t('audit.empty')} />
      ) : (
        auditDays(log.events, (atMs) => dayOf(new Date(atMs))).map(({ day, lines }) => (
          <section key={day} class="menu">
            <h2>{sayDay(day, 'long')}</h2>
            <List label={sayDay(day, 'long')}>
              {lines.map((line) => (
                <Line key={line.key} line={line} names={log.names} />
              ))}
            </List>
          </section>
        ))
      )}
      {log !== null && log.events.length >= limit ? (
        <Button kind="secondary" full onPress={() => setLimit(limit + PAGE)}>
          {t('audit.more')}
        </Button>
      ) : null}
    </Screen>
  );
};

const Line = ({ line, names }: { readonly line: AuditLine; readonly names: PeopleNames }) => {
  const { rows } = useWorkspace();
  const { family, kind, about, userId, times } = line;
  const mother = family !== null && isId(family) ? (rows.value.get(familyId(family))?.mother.name ?? null) : null;
  const what =
    kind === 'other'
      ? t('audit.other', { name: line.name })
      : t(`audit.${kind}`, { who: sayUser(about, names), family: sayName(mother, 'mother') });
  const repeated = times === 1 ? '' : ` · ${t('audit.times', { count: times })}`;
  const who = userId === null ? t('audit.nobody') : sayUser(userId, names);
  return <ListRow title={what} subtitle={`${who}${repeated}`} trailing={timeOf(line.atMs)} />;
};

const sayUser = (id: string | null, names: PeopleNames): string =>
  id === null ? '' : (names.get(id) ?? t(id === 'recovery' ? 'audit.recovery' : 'audit.former'));

const timeOf = (atMs: number): string =>
  new Intl.DateTimeFormat(contentLanguage(), { hour: '2-digit', minute: '2-digit' }).format(new Date(atMs));
