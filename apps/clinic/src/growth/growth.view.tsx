/** The growth charts of one child: the protocol's conclusion, one chart at a time, also as a table and for printing. */

import { Tabs } from '@denba/kit/frames/tabs.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type GrowthIndex, growthIndexes } from '../shell/growth/growth-index.ts';
import { growthRules, growthStory } from '../shell/growth/growth-story.ts';
import { useStory } from '../shell/record/use-story.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayChildAge, sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ChartPanel } from './chart-panel.view.tsx';
import { GrowthPaper } from './growth-paper.view.tsx';
import { Verdict } from './verdict.view.tsx';
import { WhatIsMissing } from './what-is-missing.view.tsx';
import './growth.css';

export const GrowthScreen = ({ route }: ScreenProps<'growth'>) => {
  const { session } = useWorkspace();
  const story = useStory(route.family);
  useEffect(() => {
    void session.audit.add('family-opened', { family: route.family });
  }, [session, route.family]);
  const child =
    story.kind === 'ready'
      ? story.timeline.persons.find(({ id, sameAs }) => id === route.child || sameAs.includes(route.child))
      : undefined;
  if (story.kind === 'ready' && child !== undefined) return <Growth timeline={story.timeline} child={child} />;
  return (
    <Screen title={t('growth.title')}>
      {story.kind === 'loading' ? (
        <WaitingForStore />
      ) : (
        <EmptyState icon="question" title={t(story.kind === 'failed' ? 'shell.story-failed' : 'shell.story-absent')} />
      )}
    </Screen>
  );
};

const Growth = ({ timeline, child }: { readonly timeline: Timeline; readonly child: Person }) => {
  const { protocol, today } = useWorkspace();
  const [index, setIndex] = useState<GrowthIndex>('weight');
  const story = useMemo(
    () => growthStory(timeline, child.id, growthRules(protocol.content)),
    [timeline, child, protocol],
  );
  const subtitle = `${sayName(child.name, 'child')}, ${sayChildAge(story.birthDate, today(), story.sex)}`;
  const { sex } = story;
  return (
    <Screen title={t('growth.title')} subtitle={subtitle}>
      {sex === null || story.birthDate === null ? (
        <WhatIsMissing timeline={timeline} child={child} story={story} />
      ) : (
        <>
          <div class="growth">
            <Verdict story={story} today={today()} />
            <Tabs
              label={t('growth.tabs')}
              items={growthIndexes.map((id) => ({ id, label: t(`growth.tab.${id}`) }))}
              current={index}
              onSelect={(id) => setIndex(growthIndexes.find((known) => known === id) ?? 'weight')}
            >
              <ChartPanel key={index} story={story} sex={sex} index={index} />
            </Tabs>
          </div>
          <GrowthPaper timeline={timeline} child={child} story={story} sex={sex} />
        </>
      )}
    </Screen>
  );
};
