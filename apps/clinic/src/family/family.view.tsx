/** One family on one page: the mother, the children with what to do for each, and the history. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { Child, Person, Timeline } from '@denba/records/timeline/timeline';
import { useEffect } from 'preact/hooks';
import { useStory } from '../shell/record/use-story.ts';
import { go } from '../shell/route.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ChildCard } from './child-card.view.tsx';
import { FamilyActions } from './family-actions.view.tsx';
import { History } from './history.view.tsx';
import { MotherCard } from './mother-card.view.tsx';
import './family.css';

export const FamilyScreen = ({ route }: ScreenProps<'family'>) => {
  const { session, rows } = useWorkspace();
  const story = useStory(route.family);
  useEffect(() => {
    void session.audit.add('family-opened', { family: route.family });
  }, [session, route.family]);
  const timeline = story.kind === 'ready' ? story.timeline : null;
  // The row of the list already has her name, so it is shown before the timeline is read.
  const row = rows.value.get(route.family);
  const mother = timeline?.persons.find(({ roles }) => roles.includes('mother')) ?? null;
  const known = timeline === null ? row?.mother : mother;
  const village = timeline === null ? row?.village : timeline.contact.village;
  return (
    <Screen
      titleAgain={mother !== null}
      title={known == null && timeline === null ? t('family.title') : sayName(known?.name ?? null, 'mother')}
      {...(village == null ? {} : { subtitle: village })}
    >
      {timeline !== null ? (
        <Family timeline={timeline} mother={mother} saved={route.saved === true} />
      ) : story.kind === 'loading' ? (
        <WaitingForStore />
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

type FamilyProps = { readonly timeline: Timeline; readonly mother: Person | null; readonly saved: boolean };

const Family = ({ timeline, mother, saved }: FamilyProps) => {
  const language = contentLanguage();
  const { today } = useWorkspace();
  const children = youngestFirst(timeline.children.filter(({ stillborn }) => stillborn !== true));
  return (
    <>
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
    </>
  );
};

/** Sorts the youngest children first, so that those in care come before older siblings; twins keep their order. */
const youngestFirst = (children: readonly Child[]): readonly Child[] =>
  children.toSorted((a, b) => (a.birthDate === b.birthDate ? 0 : (a.birthDate ?? '') < (b.birthDate ?? '') ? 1 : -1));
