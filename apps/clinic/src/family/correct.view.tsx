/** A correction: what the entry is read as today, one tap from being put right; or a merge that is undone. */
import { EmptyState } from '@denba/kit/empty-state.view';
import { ProgressBar } from '@denba/kit/progress-bar.view';
import { t } from '../shell/language.ts';
import type { ScreenProps } from '../shell/lazy-screen.view.tsx';
import { sayDay } from '../shell/say.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useStory } from '../shell/workspace.ts';
import { CorrectForm } from './correct-form.view.tsx';
import { sayForm, saySubject } from './entry-words.ts';
import { UndoMerge } from './undo-merge.view.tsx';
import './family.css';

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
