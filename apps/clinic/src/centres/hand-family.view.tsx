/** « Transmettre à un autre centre »: to whom, what is sent, and whether the mother agrees. */
import { type KnownCentre, knownCentres } from '@denba/device/centres/known-centres';
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { useStory } from '../shell/record/use-story.ts';
import { go } from '../shell/route.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { familyNames } from './family-names.ts';
import { HandFamilyForm } from './hand-family-form.view.tsx';

export const HandFamilyScreen = ({ route }: ScreenProps<'hand-family'>) => {
  const { session, server } = useWorkspace();
  const story = useStory(route.family);
  const [book, setBook] = useState<readonly KnownCentre[] | null>(null);
  useEffect(() => void knownCentres(session.sealed).then(setBook), [session]);
  return (
    <Screen task title={t('centres.hand')} {...subtitleOf(story.kind === 'ready' ? story.timeline : null)}>
      {server === null ? (
        <p>{t('centres.training')}</p>
      ) : story.kind === 'loading' || book === null ? (
        <WaitingForStore />
      ) : story.kind !== 'ready' ? (
        <EmptyState icon="question" title={t(story.kind === 'absent' ? 'shell.story-absent' : 'shell.story-failed')} />
      ) : book.length === 0 ? (
        <>
          <EmptyState icon="qr" title={t('centres.hand-none')} text={t('centres.hand-none-text')} />
          <Button kind="primary" full icon="qr" onPress={() => go({ name: 'centres' })}>
            {t('centres.hand-read')}
          </Button>
        </>
      ) : (
        <HandFamilyForm timeline={story.timeline} book={book} />
      )}
    </Screen>
  );
};

const subtitleOf = (timeline: Timeline | null) => (timeline === null ? {} : { subtitle: familyNames(timeline).mother });
