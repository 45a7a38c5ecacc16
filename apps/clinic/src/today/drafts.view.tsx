/** The half-filled forms, left by a call, a lock or an empty battery. One tap continues a form where it was left. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '@denba/records/ids';
import { useEffect, useState } from 'preact/hooks';
import { childLine } from '../shell/families/child-line.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type WaitingDraft, waitingDrafts } from './waiting-drafts.ts';

type Props = { readonly rows: ReadonlyMap<FamilyId, CareRow>; readonly today: LocalDate };

export const Drafts = ({ rows, today }: Props) => {
  const { session } = useWorkspace();
  const [keys, setKeys] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    session.draft.keys().then(
      (found) => {
        if (wanted) setKeys(found);
      },
      // The shell reports a store that cannot be read; today's list stays as it is.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [session]);
  const drafts = waitingDrafts(keys, (family) => rows.has(family));
  if (drafts.length === 0) return null;
  return (
    <Card title={t('today.drafts')}>
      <ul class="today-drafts">
        {drafts.map((draft) => (
          <li key={draft.key}>
            <span class="today-drafts__who">
              <strong>{t(`today.draft.${draft.form}`)}</strong>
              <span>{whose(draft, rows, today)}</span>
            </span>
            <Button kind="secondary" onPress={() => go(draft.route)}>
              {t('today.resume')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const whose = ({ family, person }: WaitingDraft, rows: Props['rows'], today: LocalDate): string => {
  const row = family === null ? undefined : rows.get(family);
  if (row === undefined) return '';
  const child = row.children.find(({ id }) => id === person);
  const mother = sayName(row.mother.name, 'mother');
  return child === undefined ? mother : `${mother} – ${childLine(child, today)}`;
};
