/** Two records were joined by mistake: they are two again, as they were. */
import { Button } from '@denba/kit/button.view';
import { Notice } from '@denba/kit/notice.view';
import { TextField } from '@denba/kit/text-field.view';
import { formKey } from '@denba/records/form-definition';
import { forms } from '@denba/records/form-registry';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { t } from '../shell/language.ts';
import { go } from '../shell/route.ts';
import { saveProblem } from '../shell/save-problem.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useWorkspace } from '../shell/workspace.ts';

export const UndoMerge = ({ timeline, read }: { readonly timeline: Timeline; readonly read: ReadEntry }) => {
  const workspace = useWorkspace();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const undo = async (): Promise<void> => {
    const result = await workspace.save([
      {
        family: read.entry.family,
        subject: null,
        form: formKey(forms['undo-merge']),
        protocolVersion: null,
        answers: { merge_entry: read.entry.id, reason: reason.trim() },
        findings: {},
        occurredOn: workspace.today(),
      },
    ]);
    if (result.ok) go({ name: 'family', family: timeline.family, saved: true }, 'replace');
    else setProblem(saveProblem(result.error));
  };
  return (
    <Screen title={t('family.undo.title')} task>
      <TextField label={t('family.undo.reason')} value={reason} onInput={setReason} multiline required />
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      <Button kind="primary" full disabled={reason.trim() === ''} onPress={() => void undo()}>
        {t('family.undo.confirm')}
      </Button>
    </Screen>
  );
};
