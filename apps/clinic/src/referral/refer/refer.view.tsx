/**
 * Refers a mother or her infant. Everything is proposed from the visit, so that two taps are enough in an emergency.
 */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { readFindings } from '@denba/protocols/care/findings/stored-findings';
import type { JsonObject } from '@denba/records/canonical-json';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { type ReferralMemory, referralMemory } from '../../shell/places/referral-memory.ts';
import { UnderProtocol } from '../../shell/protocol/under-protocol.view.tsx';
import { useStory } from '../../shell/record/use-story.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayChild } from '../../shell/words/say-child.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ReferForm } from './refer-form.view.tsx';
import { proposeReferral } from './referral-proposal.ts';

type Route = ScreenProps<'refer'>['route'];

export const ReferScreen = ({ route }: ScreenProps<'refer'>) => {
  const { session, today } = useWorkspace();
  const story = useStory(route.family);
  const [known, setKnown] = useState<{ readonly memory: ReferralMemory; readonly done: readonly string[] } | null>(
    null,
  );
  const timeline = story.kind === 'ready' ? story.timeline : null;
  const visit = timeline === null ? null : visitOf(timeline, route);
  const visitId = visit?.entry.id ?? null;
  useEffect(() => {
    if (timeline === null) return;
    const ticked = visitId === null ? Promise.resolve(null) : session.sealed.get(`todo ${visitId}`);
    void Promise.all([referralMemory(session.sealed), ticked]).then(([memory, done]) =>
      setKnown({ memory, done: Array.isArray(done) ? done.map(String) : [] }),
    );
    // Runs when the timeline becomes available, not whenever it is read again.
  }, [session, timeline === null, visitId]);
  return (
    <Screen
      task
      title={t('referral.refer')}
      {...(timeline === null ? {} : { subtitle: sayChild(timeline, route.child, today()) })}
    >
      {story.kind === 'loading' || (timeline !== null && known === null) ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : timeline === null || known === null ? (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      ) : (
        // Uses the protocol of the visit on which the referral is based; a half-filled form continues with it.
        <UnderProtocol version={visit?.concludedIn.protocolVersion ?? null}>
          <ReferForm
            timeline={timeline}
            child={route.child}
            visit={visitId}
            memory={known.memory}
            propose={(content) =>
              proposeReferral(
                visit === null ? null : readFindings(visit.findings, content),
                visit !== null && 'answers' in visit.form ? (visit.form.answers as unknown as JsonObject) : {},
                content,
                known.done,
              )
            }
          />
        </UnderProtocol>
      )}
    </Screen>
  );
};

/** The visit that the route names, else the child's last one. */
const visitOf = ({ history, encounters }: Timeline, { child, entry }: Route): ReadEntry | null => {
  const last = encounters.findLast((encounter) => encounter.child === child)?.entry;
  const wanted = entry ?? last;
  return history.find((read) => read.entry.id === wanted) ?? null;
};
