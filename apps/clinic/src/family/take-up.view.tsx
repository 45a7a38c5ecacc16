/** On the card of a child who is transferred to this centre: a button that starts the follow-up here. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { ownPlaces } from '../shell/places/own-places.ts';
import { usePlacesAround } from '../shell/places/use-places-around.ts';
import { saveProblem } from '../shell/record/save-problem.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { takeUpEntries, transferredHere } from './transferred-here.ts';

export const TakeUp = ({ timeline, child }: { readonly timeline: Timeline; readonly child: PersonId }) => {
  const workspace = useWorkspace();
  const around = usePlacesAround();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const transfer = transferredHere(timeline, child, ownPlaces(workspace));
  if (transfer === null) return null;
  const from = around.find(({ id }) => id === transfer.entry.facility)?.name ?? null;
  const takeUp = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    const saved = await workspace.save(takeUpEntries(timeline, child, from, workspace.today()));
    setSaving(false);
    if (saved.ok) go({ name: 'family', family: timeline.family, saved: true }, 'replace');
    else setProblem(saveProblem(saved.error));
  };
  return (
    <>
      <Notice
        kind="info"
        title={t('family.transferred-here')}
        actions={
          <Button kind="primary" full icon="check" busy={saving} onPress={() => void takeUp()}>
            {t('family.do.take-up')}
          </Button>
        }
      >
        {t('family.transferred-here-text')}
      </Notice>
      {problem === null ? null : <Notice kind="danger" title={problem} />}
    </>
  );
};
