/** Tracing of a family that was expected and did not come: how to reach it, what was learnt, and the day agreed. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { useFamilyAudit } from '../shell/record/use-family-audit.ts';
import { useStory } from '../shell/record/use-story.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayChild } from '../shell/words/say-child.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { TraceForm } from './trace-form.view.tsx';
import { TraceReach } from './trace-reach.view.tsx';
import { TraceTask } from './trace-task.view.tsx';
import './leaving.css';

export const TraceScreen = ({ route }: ScreenProps<'trace'>) => {
  const { today } = useWorkspace();
  const story = useStory(route.family);
  useFamilyAudit(route.family);
  const timeline = story.kind === 'ready' ? story.timeline : null;
  return (
    <Screen
      task
      title={t('leaving.trace')}
      {...(timeline === null ? {} : { subtitle: sayChild(timeline, route.child, today()) })}
    >
      {story.kind === 'loading' ? (
        <WaitingForStore />
      ) : timeline === null ? (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      ) : (
        <div class="leaving">
          <TraceTask family={timeline.family} child={route.child} />
          <TraceReach timeline={timeline} child={route.child} />
          <TraceForm timeline={timeline} child={route.child} />
        </div>
      )}
    </Screen>
  );
};
