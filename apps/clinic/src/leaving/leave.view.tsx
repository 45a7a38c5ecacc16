/** The screens for a family that stops coming, or for a death. Each has its own words and asks for confirmation. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { useFamilyAudit } from '../shell/record/use-family-audit.ts';
import { useStory } from '../shell/record/use-story.ts';
import type { Leaving } from '../shell/route.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayName } from '../shell/words/say.ts';
import { LeaveDeath } from './leave-death.view.tsx';
import { LeaveExit } from './leave-exit.view.tsx';
import { LeaveMoved } from './leave-moved.view.tsx';
import type { LeaveProps } from './leave-props.ts';
import { LeaveRefusal } from './leave-refusal.view.tsx';
import { LeaveTransfer } from './leave-transfer.view.tsx';
import './leaving.css';

export const LeaveScreen = ({ route }: ScreenProps<'leave'>) => {
  const story = useStory(route.family);
  useFamilyAudit(route.family);
  const timeline = story.kind === 'ready' ? story.timeline : null;
  const person = timeline?.persons.find(({ id }) => id === route.person);
  const who = timeline?.children.some(({ id }) => id === route.person) === true ? 'child' : 'mother';
  return (
    <Screen
      task
      title={t(`leaving.title-${route.why}`)}
      {...(timeline === null ? {} : { subtitle: sayName(person?.name ?? null, who) })}
    >
      {story.kind === 'loading' ? (
        <WaitingForStore />
      ) : timeline === null ? (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      ) : (
        <div class="leaving">
          <Way why={route.why} timeline={timeline} person={route.person} />
        </div>
      )}
    </Screen>
  );
};

const Way = ({ why, ...props }: LeaveProps & { readonly why: Leaving }) => {
  switch (why) {
    case 'death':
      return <LeaveDeath {...props} />;
    case 'transfer':
      return <LeaveTransfer {...props} />;
    case 'refusal':
      return <LeaveRefusal {...props} />;
    case 'moved':
      return <LeaveMoved {...props} />;
    case 'exit':
      return <LeaveExit {...props} />;
  }
};
