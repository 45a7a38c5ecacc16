/** The screen that undoes a merge made by mistake: both records are separate again, each with its own people. */
import { Button } from '@denba/kit/buttons/button.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { useDraft } from '../../shell/record/use-draft.ts';
import { go } from '../../shell/route.ts';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { changesOthers } from '../correction/use-anew.ts';
import { undoDrafts } from './undo-drafts.ts';

export const UndoMerge = ({ timeline, read }: { readonly timeline: Timeline; readonly read: ReadEntry }) => {
  const workspace = useWorkspace();
  const { today } = workspace;
  const { form, change, save } = useDraft<{ readonly reason: string }>(`undo ${read.entry.id}`, () => ({ reason: '' }));
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const reason = form?.reason ?? '';
  const undo = async (): Promise<void> => {
    if (reason.trim() === '') {
      setProblem(t('family.undo.needs-reason'));
      return;
    }
    setSaving(true);
    const result = await save(undoDrafts(timeline, read, reason, today()));
    if (!result.ok) {
      setSaving(false);
      setProblem(saveProblem(result.error));
      return;
    }
    const family = read.entry.family;
    const changes = await changesOthers(workspace, family);
    setSaving(false);
    go(changes ? { name: 'anew', family } : { name: 'family', family, saved: true }, 'replace');
  };
  return (
    <Screen title={t('family.undo.title')} task>
      <p>{t('family.undo.text')}</p>
      <TextField
        label={t('family.undo.reason')}
        value={reason}
        onInput={(text) => change({ reason: text })}
        multiline
        required
      />
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      <Button kind="primary" full icon="undo" busy={saving} onPress={() => void undo()}>
        {t('family.undo.confirm')}
      </Button>
    </Screen>
  );
};
