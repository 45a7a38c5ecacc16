/** Shows what a correction changes in other visits' conclusions, old beside new, with one button that saves all. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { useStory } from '../../shell/record/use-story.ts';
import { go, type Route } from '../../shell/route.ts';
import type { ScreenProps } from '../../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../../shell/screen/screen.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { anewDrafts } from './anew-drafts.ts';
import { AnewVisit } from './anew-visit.view.tsx';
import { sayWhyAnew } from './anew-words.ts';
import type { ConclusionsAnew } from './conclusions-anew.ts';
import { GraverFirst } from './graver-first.view.tsx';
import { tellAnew } from './told-anew.ts';
import { useAnew } from './use-anew.ts';
import '../family.css';

export const AnewScreen = ({ route }: ScreenProps<'anew'>) => {
  const story = useStory(route.family);
  const mother = story.kind === 'ready' ? story.timeline.persons.find(({ roles }) => roles.includes('mother')) : null;
  return (
    <Screen title={t('family.anew.title')} subtitle={sayName(mother?.name ?? null, 'mother')} task>
      {story.kind === 'ready' ? (
        <Worked timeline={story.timeline} route={route} />
      ) : story.kind === 'loading' ? (
        <ProgressBar value={null} label={t('shell.loading')} />
      ) : (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      )}
    </Screen>
  );
};

type Props = { readonly timeline: Timeline; readonly route: ScreenProps<'anew'>['route'] };

const Worked = ({ timeline, route }: Props) => {
  const anew = useAnew(timeline);
  if (anew === undefined) return <ProgressBar value={null} label={t('shell.loading')} />;
  return (
    <>
      {anew === null ? <Notice kind="warning" title={t('family.anew.failed')} /> : null}
      {anew === null || anew.stuck.length === 0 ? null : (
        <Notice kind="warning" title={t('family.anew.stuck', { count: anew.stuck.length })} />
      )}
      {anew === null || anew.changed.length === 0 ? (
        <Unchanged timeline={timeline} route={route} failed={anew === null} />
      ) : (
        <Changed timeline={timeline} route={route} anew={anew} />
      )}
    </>
  );
};

const Unchanged = ({ timeline, route, failed }: Props & { readonly failed: boolean }) => (
  <>
    {failed ? null : <EmptyState icon="check" title={t('family.anew.nothing')} text={t('family.anew.nothing-text')} />}
    <Button kind="primary" full icon="family" onPress={() => go(nextOf(timeline, route), 'replace')}>
      {t('result.to-family')}
    </Button>
  </>
);

/** The next screen: when the corrected visit has a new result, that is still to be read. */
const nextOf = ({ family }: Timeline, { entry }: Props['route'], saved = false): Route =>
  entry === undefined
    ? { name: 'family', family, ...(saved ? { saved } : {}) }
    : { name: 'result', family, entry, saved: true };

const Changed = ({ timeline, route, anew }: Props & { readonly anew: ConclusionsAnew }) => {
  const workspace = useWorkspace();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { told, figuresOnly } = tellAnew(timeline, anew.changed);
  const gravest = told.find(({ graver, isLast }) => graver && isLast);
  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    const drafts = anewDrafts(anew.changed, workspace.today(), (one) => sayWhyAnew(timeline, one));
    const saved = await workspace.save(drafts);
    setSaving(false);
    if (!saved.ok) setProblem(saveProblem(saved.error));
    else if (gravest === undefined) go(nextOf(timeline, route, true), 'replace');
    else go({ name: 'result', family: timeline.family, entry: gravest.one.visit.entry.id, saved: true }, 'replace');
  };
  return (
    <>
      <GraverFirst timeline={timeline} told={told} />
      <p>{t('family.anew.text')}</p>
      {told.map((one) => (
        <AnewVisit key={one.one.visit.entry.id} timeline={timeline} told={one} />
      ))}
      {figuresOnly.length === 0 ? null : <p>{t('family.anew.figures', { count: figuresOnly.length })}</p>}
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      <Button kind="primary" full icon="save" busy={saving} onPress={() => void save()}>
        {t('family.anew.save')}
      </Button>
      <Button kind="quiet" full icon="clock" onPress={() => go(nextOf(timeline, route), 'replace')}>
        {t('family.anew.not-now')}
      </Button>
    </>
  );
};
