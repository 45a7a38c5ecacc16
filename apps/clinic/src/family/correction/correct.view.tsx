/**
 * The screen to correct an entry, beginning with its answers as they read today; for a merge, the screen to undo it.
 */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useStory } from '../../shell/record/use-story.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { sayForm, saySubject } from '../entry/entry-words.ts';
import { UndoMerge } from '../merge/undo-merge.view.tsx';
import { CorrectForm } from './correct-form.view.tsx';
import '../family.css';

export const CorrectScreen = ({ route }: ScreenProps<'correct'>) => {
  const story = useStory(route.family);
  const read =
    story.kind === 'ready' ? story.timeline.history.find(({ entry }) => entry.id === route.entry) : undefined;
  if (story.kind === 'ready' && read?.form.kind === 'merge-duplicates') {
    return <UndoMerge timeline={story.timeline} read={read} />;
  }
  if (story.kind === 'ready' && read !== undefined) {
    const subject = saySubject(story.timeline, read);
    const subtitle = [sayForm(read), ...(subject === null ? [] : [subject]), sayDay(read.occurredOn)].join(' · ');
    return (
      <Screen title={t('family.correct.title')} subtitle={subtitle} task>
        <CorrectForm key={read.entry.id} read={read} timeline={story.timeline} />
      </Screen>
    );
  }
  return (
    <Screen title={t('family.correct.title')} task>
      {story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      )}
    </Screen>
  );
};
