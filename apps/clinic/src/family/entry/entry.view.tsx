/** One entry, as saved and as it reads today: its answers, every correction, and the actions on it. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { wallMsOf } from '@denba/records/hybrid-clock';
import type { EntryId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { dayOfMs } from '../../shell/phone/clock.ts';
import { UnderProtocol } from '../../shell/protocol/under-protocol.view.tsx';
import { useStory } from '../../shell/record/use-story.ts';
import { go, type Route } from '../../shell/route.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { isUndone } from '../merge/undo-drafts.ts';
import { EntryAnswers } from './entry-answers.view.tsx';
import { EntryCorrections } from './entry-corrections.view.tsx';
import { sayForm, saySubject } from './entry-words.ts';
import { useAuthorName } from './use-author-name.ts';
import { useReceivedFrom } from './use-received-from.ts';
import '../family.css';

export const EntryScreen = ({ route }: ScreenProps<'entry'>) => {
  const story = useStory(route.family);
  const read =
    story.kind === 'ready' ? story.timeline.history.find(({ entry }) => entry.id === route.entry) : undefined;
  if (story.kind === 'ready' && read !== undefined) {
    const subject = saySubject(story.timeline, read);
    return (
      <Screen title={sayForm(read)} {...(subject === null ? {} : { subtitle: subject })}>
        <Shown read={read} timeline={story.timeline} />
      </Screen>
    );
  }
  return (
    <Screen title={t('family.entry.title')}>
      {story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      )}
    </Screen>
  );
};

type Props = { readonly read: ReadEntry; readonly timeline: Timeline };

const Shown = ({ read, timeline }: Props) => {
  const { entry, withdrawn, corrections, occurredOn } = read;
  const author = useAuthorName()(entry.author);
  const from = useReceivedFrom(entry);
  const recordedOn = dayOfMs(wallMsOf(entry.recordedAt));
  return (
    <>
      <p class="quiet">
        {[
          t('family.entry.on', { day: sayDay(occurredOn, 'long') }),
          t('family.entry.by', { author }),
          ...(recordedOn === occurredOn ? [] : [t('family.entry.recorded', { day: sayDay(recordedOn) })]),
          ...(entry.protocolVersion === null ? [] : [t('family.entry.protocol', { version: entry.protocolVersion })]),
        ].join(' · ')}
      </p>
      {from === null ? null : (
        <p class="quiet">{t('family.entry.received-from', { centre: from.centre, day: sayDay(from.on) })}</p>
      )}
      {withdrawn ? <p class="entry__withdrawn">{t('family.entry.withdrawn')}</p> : null}
      <UnderProtocol version={entry.protocolVersion}>
        <EntryAnswers read={read} timeline={timeline} />
      </UnderProtocol>
      <EntryCorrections corrections={corrections} timeline={timeline} />
      <EntryActions read={read} timeline={timeline} />
    </>
  );
};

const EntryActions = ({ read, timeline }: Props) => {
  const { family } = timeline;
  const { id } = read.entry;
  const isVisit = 'pairClass' in read.findings || 'headline' in read.findings;
  const to = (name: 'result' | 'referral-note' | 'correct' | 'entry', entry: EntryId = id): (() => void) => {
    const route: Route = { name, family, entry };
    return () => go(route);
  };
  const { form } = read;
  return (
    <div class="rows">
      {isVisit ? (
        <Button full icon="list" onPress={to('result')}>
          {t('family.entry.see-result')}
        </Button>
      ) : null}
      {form.kind === 'transfer' && form.answers.transfer === 'temporary' ? (
        <Button full icon="hospital" onPress={to('referral-note')}>
          {t('family.entry.note')}
        </Button>
      ) : null}
      {form.kind === 'correction' ? (
        <Button full icon="list" onPress={() => go({ name: 'entry', family, entry: form.answers.corrects as EntryId })}>
          {t('family.entry.see-corrected')}
        </Button>
      ) : null}
      {form.kind === 'correction' && form.answers.follows !== null ? (
        <Button full icon="list" onPress={to('entry', form.answers.follows as EntryId)}>
          {t('family.entry.see-cause')}
        </Button>
      ) : null}
      {canUndo(read, timeline) ? (
        <Button full icon="undo" onPress={to('correct')}>
          {t('family.entry.undo-merge')}
        </Button>
      ) : null}
      {canCorrect(read) ? (
        <Button full icon="edit" onPress={to('correct')}>
          {t('family.entry.correct')}
        </Button>
      ) : null}
    </div>
  );
};

/** Entries about other entries cannot be corrected by hand: a correction is corrected by another, a merge is undone. */
const canCorrect = ({ form }: ReadEntry): boolean =>
  !['correction', 'merge-duplicates', 'undo-merge', 'unknownForm'].includes(form.kind);

const canUndo = (read: ReadEntry, { history }: Timeline): boolean =>
  read.form.kind === 'merge-duplicates' && !isUndone(history, read);
