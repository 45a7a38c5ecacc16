/** Reads the code of a note from another phone, without network. Nothing is saved until the worker confirms. */
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type NoteProblem, type ReadNote, readNote } from './code/note-code.ts';
import { CodeSource } from './read/code-source.view.tsx';
import { ReadNoteView } from './read/read-note.view.tsx';
import './read/read.css';

export const ReadReferralScreen = () => {
  const { session } = useWorkspace();
  const [read, setRead] = useState<ReadNote | null>(null);
  const [problem, setProblem] = useState<NoteProblem | null>(null);
  const take = async (text: string): Promise<void> => {
    const result = await readNote(text);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    await session.audit.add('referral-read', {});
    setRead(result.value);
    scrollTo(0, 0);
  };
  return (
    <Screen title={t('referral.read')}>
      {problem === null ? null : <Notice kind="warning" title={t(`referral.problem-${problem.kind}`)} />}
      {read === null ? (
        <CodeSource onText={(text) => void take(text)} onTry={() => setProblem(null)} />
      ) : (
        <ReadNoteView read={read} onAnother={() => setRead(null)} />
      )}
    </Screen>
  );
};
