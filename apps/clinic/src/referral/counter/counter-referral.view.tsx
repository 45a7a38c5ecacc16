/** The screen to record what the hospital wrote back, and the day of the next visit here. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useFamilyAudit } from '../../shell/record/use-family-audit.ts';
import { useStory } from '../../shell/record/use-story.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayChild } from '../../shell/words/say-child.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { CounterForm } from './counter-form.view.tsx';

export const CounterReferralScreen = ({ route }: ScreenProps<'counter-referral'>) => {
  const { today } = useWorkspace();
  const story = useStory(route.family);
  useFamilyAudit(route.family);
  const timeline = story.kind === 'ready' ? story.timeline : null;
  return (
    <Screen
      task
      title={t('referral.counter')}
      {...(timeline === null ? {} : { subtitle: sayChild(timeline, route.child, today()) })}
    >
      {story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : timeline === null ? (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      ) : (
        <CounterForm timeline={timeline} child={route.child} />
      )}
    </Screen>
  );
};
