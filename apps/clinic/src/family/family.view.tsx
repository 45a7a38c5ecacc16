/** One family on one page: the mother, the children with what is to do for each, and everything that happened. */
import { EmptyState } from '@denba/kit/empty-state.view';
import { Notice } from '@denba/kit/notice.view';
import { ProgressBar } from '@denba/kit/progress-bar.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect } from 'preact/hooks';
import { contentLanguage, t } from '../shell/language.ts';
import type { ScreenProps } from '../shell/lazy-screen.view.tsx';
import { go } from '../shell/route.ts';
import { sayName } from '../shell/say.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useStory, useWorkspace } from '../shell/workspace.ts';
import { ChildCard } from './child-card.view.tsx';
import { FamilyActions } from './family-actions.view.tsx';
import { History } from './history.view.tsx';
import { MotherCard } from './mother-card.view.tsx';
import './family.css';

export const FamilyScreen = ({ route }: ScreenProps<'family'>) => {
  const { session } = useWorkspace();
  const story = useStory(route.family);
  useEffect(() => {
    void session.audit.add('family-opened', { family: route.family });
  }, [session, route.family]);
  if (story.kind === 'ready') return <Family timeline={story.timeline} saved={route.saved === true} />;
  return (
    <Screen title={t('family.title')}>
      {story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : (
        <EmptyState
          icon="question"
          title={t(story.kind === 'absent' ? 'shell.story-absent' : 'shell.story-failed')}
          text={t('family.search-instead')}
        />
      )}
    </Screen>
  );
};

const Family = ({ timeline, saved }: { readonly timeline: Timeline; readonly saved: boolean }) => {
  const language = contentLanguage();
  const { today } = useWorkspace();
  const mother = timeline.persons.find(({ roles }) => roles.includes('mother')) ?? null;
  const children = timeline.children.filter(({ stillborn }) => stillborn !== true);
  return (
    <Screen
      title={sayName(mother?.name ?? null, 'mother')}
      {...(timeline.contact.village === null ? {} : { subtitle: timeline.contact.village })}
    >
      {saved ? <Notice kind="success" title={t('family.saved')} /> : null}
      {timeline.problems.map(({ kind, entry, message, cure }) => (
        <Notice key={`${kind} ${entry}`} kind="warning" title={message[language]}>
          {cure[language]}
        </Notice>
      ))}
      <MotherCard timeline={timeline} mother={mother} today={today()} />
      {children.length === 0 ? (
        <EmptyState icon="baby" title={t('family.no-child')} text={t('family.no-child-text')} />
      ) : (
        children.map((child) => <ChildCard key={child.id} timeline={timeline} child={child} today={today()} />)
      )}
      <History timeline={timeline} onOpen={(entry) => go({ name: 'entry', family: timeline.family, entry })} />
      <FamilyActions timeline={timeline} mother={mother} />
    </Screen>
  );
};
