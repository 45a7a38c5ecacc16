/** Merges two records of the same family: find the other, compare both, and say who is the same person. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { useDraft } from '../../shell/record/use-draft.ts';
import { useStory } from '../../shell/record/use-story.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ChooseRecord } from './choose-record.view.tsx';
import { emptyMerge, type MergeForm, motherOf } from './merge-form.ts';
import { MergeQuestions } from './merge-questions.view.tsx';
import '../family.css';

export const MergeScreen = ({ route }: ScreenProps<'merge'>) => {
  const story = useStory(route.family);
  if (story.kind === 'ready') return <Merge timeline={story.timeline} />;
  return (
    <Screen title={t('family.merge.title')} task>
      {story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      )}
    </Screen>
  );
};

const Merge = ({ timeline }: { readonly timeline: Timeline }) => {
  const { family } = timeline;
  const draft = useDraft<MergeForm>(`merge ${family}`, () => emptyMerge);
  const { form, change } = draft;
  const other = useOther(form?.other ?? null);
  const mother = sayName(motherOf(timeline)?.name ?? null, 'mother');
  return (
    <Screen title={t('family.merge.title')} subtitle={mother} task>
      {form === null ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : form.other === null ? (
        <ChooseRecord family={family} onChoose={(chosen) => change({ ...emptyMerge, other: chosen })} />
      ) : other === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : other === null || other.families.includes(family) ? (
        <ChooseRecord family={family} onChoose={(chosen) => change({ ...emptyMerge, other: chosen })} />
      ) : (
        <>
          {draft.takenUp ? <Notice kind="info" title={t('family.merge.taken-up')} /> : null}
          <MergeQuestions
            keep={timeline}
            other={other}
            form={form}
            onChange={change}
            onOther={() => change(emptyMerge)}
            onSave={draft.save}
          />
        </>
      )}
    </Screen>
  );
};

/** The timeline of the other record; `null` when none is chosen, or it can no longer be read. */
const useOther = (family: MergeForm['other']): Timeline | null | 'loading' => {
  const workspace = useWorkspace();
  const [other, setOther] = useState<{ readonly of: string; readonly timeline: Timeline | null } | null>(null);
  useEffect(() => {
    if (family === null) return;
    let wanted = true;
    workspace.timelineOf(family).then(
      (timeline) => {
        if (wanted) setOther({ of: family, timeline });
      },
      () => {
        if (wanted) setOther({ of: family, timeline: null });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspace, family]);
  if (family === null) return null;
  return other?.of === family ? other.timeline : 'loading';
};
