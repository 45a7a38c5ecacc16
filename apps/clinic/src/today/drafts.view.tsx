/** What was left half filled: a call, a lock, a dead battery. One tap and she is where she was. */
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
      // A store that does not answer is told by the shell; the list of today stays.
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
