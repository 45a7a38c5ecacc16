/** Shown before anything is typed: the families that the worker opened last. */

import { List } from '@denba/kit/lists/list.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { FamilyId } from '@denba/records/ids';
import { useEffect, useState } from 'preact/hooks';
import { FamilyRow } from '../shell/families/family-row.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { recentFamilies } from './recent-families.ts';

const MOST = 8;

export const Recent = () => {
  const { session, rows, today } = useWorkspace();
  const [recent, setRecent] = useState<readonly FamilyId[] | null>(null);
  const known = rows.value;
  useEffect(() => {
    let wanted = true;
    session.audit.list().then(
      (events) => {
        if (wanted) setRecent(recentFamilies(events, session.user.id, (family) => known.has(family), MOST));
      },
      // When the audit log cannot be read, the list is empty; searching does not need it.
      () => {
        if (wanted) setRecent([]);
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, known]);
  if (recent === null) return null;
  if (recent.length === 0) return <EmptyState icon="search" title={t('search.how')} text={t('search.how-text')} />;
  return (
    <section class="search__recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('search.recent')}</h2>
      <List>
        {recent.map((family) => {
          const row = known.get(family);
          return row === undefined ? null : <FamilyRow key={family} row={row} today={today()} />;
        })}
      </List>
    </section>
  );
};
