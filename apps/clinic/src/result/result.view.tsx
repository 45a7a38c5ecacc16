/** The result of a visit as it was shown and stored: class, what to do, advice, next visit, and the reasons. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { readFindings } from '@denba/protocols/care/findings/stored-findings';
import { inConfidence } from '@denba/protocols/care/findings/told-in-confidence';
import { parseLocalDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { AdviceList } from '../shell/findings/advice-list.view.tsx';
import { Confided } from '../shell/findings/confided.view.tsx';
import { Findings } from '../shell/findings/findings.view.tsx';
import { TodoList } from '../shell/findings/todo-list.view.tsx';
import { UnderProtocol } from '../shell/protocol/under-protocol.view.tsx';
import { useStory } from '../shell/record/use-story.ts';
import { go } from '../shell/route.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { sayChild } from '../shell/words/say-child.ts';
import { useWorkspace } from '../shell/workspace.ts';

export const ResultScreen = ({ route }: ScreenProps<'result'>) => {
  const story = useStory(route.family);
  const read =
    story.kind === 'ready' ? story.timeline.history.find(({ entry }) => entry.id === route.entry) : undefined;
  return (
    <Screen
      title={t('result.title')}
      {...(read === undefined || story.kind !== 'ready' ? {} : { subtitle: whoseAndWhen(read, story.timeline) })}
      onBack={() => go({ name: 'family', family: route.family }, 'replace')}
    >
      {story.kind === 'loading' ? <WaitingForStore /> : null}
      {read === undefined || story.kind !== 'ready' ? (
        story.kind === 'loading' ? null : (
          <EmptyState icon="question" title={t('shell.story-absent')} />
        )
      ) : (
        <UnderProtocol version={read.concludedIn.protocolVersion}>
          <Result read={read} timeline={story.timeline} route={route} />
        </UnderProtocol>
      )}
    </Screen>
  );
};

/** For example « Awa, 8 semaines – 26 novembre 2026 »: with the age on that day. */
const whoseAndWhen = ({ subject, occurredOn }: ReadEntry, timeline: Timeline): string =>
  `${sayChild(timeline, subject, occurredOn)} – ${sayDay(occurredOn, 'long')}`;

type ResultProps = {
  readonly read: ReadEntry;
  readonly timeline: Timeline;
  readonly route: ScreenProps<'result'>['route'];
};

const Result = ({ read, timeline, route }: ResultProps) => {
  const { session, protocol } = useWorkspace();
  const findings = readFindings(read.findings, protocol.content);
  const key = `todo ${read.entry.id}`;
  const [done, setDone] = useState<readonly string[]>([]);
  useEffect(() => {
    void session.sealed.get(key).then((kept) => {
      if (Array.isArray(kept)) setDone(kept.map(String));
    });
  }, [session, key]);
  if (findings === null) return <EmptyState icon="info" title={t('result.none')} />;
  const toggle = (code: string, now: boolean): void => {
    const next = now ? [...done, code] : done.filter((other) => other !== code);
    setDone(next);
    void session.sealed.put(key, [...next] as JsonValue);
  };
  const answers: Readonly<Record<string, unknown>> = 'answers' in read.form ? read.form.answers : {};
  const agreed = typeof answers['next_due'] === 'string' ? parseLocalDate(answers['next_due']) : null;
  const { open, confided } = inConfidence(findings);
  const child = read.subject === null ? null : keptPerson(timeline, read.subject);
  const refers = findings.urgent || findings.actions.some(({ kind }) => kind === 'refer');
  return (
    <>
      {route.saved === true ? <Notice kind="success" title={t('result.saved')} /> : null}
      <Findings findings={open}>
        {refers && child !== null ? (
          <Button
            kind={findings.urgent ? 'danger' : 'primary'}
            full
            icon="hospital"
            onPress={() => go({ name: 'refer', family: route.family, child, entry: read.entry.id })}
          >
            {t('result.refer')}
          </Button>
        ) : null}
        <TodoList
          actions={open.actions}
          alsoConfided={confided !== null && confided.actions.length > 0}
          done={done}
          onToggle={toggle}
        />
        <AdviceList cards={open.cards} />
        <Confided confided={confided} done={done} onToggle={toggle} />
        {agreed?.ok === true ? (
          <p class="result__next">
            {t('findings.next')} : <strong>{sayDay(agreed.value, 'long')}</strong>
          </p>
        ) : null}
      </Findings>
      {read.concludedIn.protocolVersion === null ? null : (
        <p class="quiet">{t('findings.protocol', { version: read.concludedIn.protocolVersion })}</p>
      )}
      <Button kind="primary" full icon="family" onPress={() => go({ name: 'family', family: route.family }, 'replace')}>
        {t('result.to-family')}
      </Button>
      <Button kind="quiet" full icon="home" onPress={() => go({ name: 'today' }, 'replace')}>
        {t('result.to-today')}
      </Button>
    </>
  );
};
