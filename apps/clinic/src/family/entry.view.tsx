/** One entry as it was saved and as it is read today: what was noted, what was shown, every correction. */
import { Button } from '@denba/kit/button.view';
import { Card } from '@denba/kit/card.view';
import { ProgressBar } from '@denba/kit/progress-bar.view';
import { EmptyState } from '@denba/kit/empty-state.view';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import { dayOfMs } from '../shell/clock.ts';
import type { Correction, ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { wallMsOf } from '@denba/records/hybrid-clock';
import { contentLanguage, t } from '../shell/language.ts';
import type { ScreenProps } from '../shell/lazy-screen.view.tsx';
import { go } from '../shell/route.ts';
import { sayDay, sayName } from '../shell/say.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useStory, useWorkspace } from '../shell/workspace.ts';
import { answerLines } from './answer-lines.ts';
import { historyLine } from './history-words.ts';
import { recordFieldLabel } from './record-fields.ts';
import './family.css';

export const EntryScreen = ({ route }: ScreenProps<'entry'>) => {
  const story = useStory(route.family);
  const read =
    story.kind === 'ready' ? story.timeline.history.find(({ entry }) => entry.id === route.entry) : undefined;
  const title = read === undefined ? t('family.entry.title') : titleOf(read);
  return (
    <Screen title={title}>
      {story.kind === 'loading' ? <ProgressBar value={null} label={t('shell.loading')} /> : null}
      {story.kind === 'ready' && read !== undefined ? <Shown read={read} timeline={story.timeline} /> : null}
      {story.kind !== 'loading' && read === undefined ? (
        <EmptyState icon="question" title={t('shell.story-absent')} />
      ) : null}
    </Screen>
  );
};

const titleOf = (read: ReadEntry): string => {
  const { form } = historyLine(read, contentLanguage());
  return form === null ? t('family.form-unknown') : t(`family.form.${form}`);
};

const Shown = ({ read, timeline }: { readonly read: ReadEntry; readonly timeline: Timeline }) => {
  const { protocol, session } = useWorkspace();
  const language = contentLanguage();
  const { entry } = read;
  const styles = createValueStyles(protocol.content);
  const answers = 'answers' in read.form ? read.form.answers : entry.answers;
  const now = answerLines(answers, styles, language);
  const before = new Map(answerLines(entry.answers, styles, language).map(({ name, value }) => [name, value]));
  const subject = timeline.persons.find(({ id }) => id === read.subject);
  const isVisit = 'pairClass' in read.findings || 'headline' in read.findings;
  const canCorrect = !['correction', 'merge-duplicates', 'undo-merge'].includes(read.form.kind);
  const authorName = session.user.id === entry.author ? session.user.name : entry.author;
  return (
    <>
      <p class="quiet">
        {[
          ...(subject === undefined ? [] : [sayName(subject.name, subject.roles.includes('child') ? 'child' : 'mother')]),
          t('family.entry.on', { day: sayDay(read.occurredOn, 'long') }),
          t('family.entry.recorded', { day: sayDay(dayOfMs(wallMsOf(entry.recordedAt))) }),
          t('family.entry.by', { author: authorName }),
          ...(entry.protocolVersion === null ? [] : [t('family.entry.protocol', { version: entry.protocolVersion })]),
        ].join(' · ')}
      </p>
      {read.withdrawn ? <p class="withdrawn">{t('family.withdrawn')}</p> : null}
      <Card>
        <h2>{t('family.entry.answers')}</h2>
        {now.length === 0 ? <p>{t('family.entry.no-answers')}</p> : null}
        <dl class="answers">
          {now.map(({ name, label, value }) => {
            const saved = before.get(name);
            return (
              <div key={name}>
                <dt>{label ?? recordFieldLabel(name)}</dt>
                <dd>
                  {saved !== undefined && saved !== value ? <del>{saved}</del> : null} {value}
                </dd>
              </div>
            );
          })}
        </dl>
      </Card>
      <Corrections corrections={read.corrections} />
      {isVisit ? (
        <Button full kind="secondary" icon="list" onPress={() => go({ name: 'result', family: timeline.family, entry: entry.id })}>
          {t('family.entry.see-result')}
        </Button>
      ) : null}
      {read.form.kind === 'transfer' ? (
        <Button full kind="secondary" icon="hospital" onPress={() => go({ name: 'referral-note', family: timeline.family, entry: entry.id })}>
          {t('family.entry.note')}
        </Button>
      ) : null}
      {canCorrect || read.form.kind === 'merge-duplicates' ? (
        <Button full kind="secondary" icon="edit" onPress={() => go({ name: 'correct', family: timeline.family, entry: entry.id })}>
          {t(read.form.kind === 'merge-duplicates' ? 'family.entry.undo-merge' : 'family.entry.correct')}
        </Button>
      ) : null}
    </>
  );
};

const Corrections = ({ corrections }: { readonly corrections: readonly Correction[] }) =>
  corrections.length === 0 ? null : (
    <section>
      <h2>{t('family.entry.corrections')}</h2>
      <ul>
        {corrections.map(({ entry, reason, undone }) => (
          <li key={entry}>
            {reason}
            {undone ? ` (${t('family.entry.corrections-undone')})` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
