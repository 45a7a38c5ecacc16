/** Shown when the sex or the birth date, which a chart needs, is missing: says what is missing and how to record it. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';

type Props = { readonly timeline: Timeline; readonly child: Person; readonly story: GrowthStory };

export const WhatIsMissing = ({ timeline, child, story }: Props) => {
  const what = story.birthDate === null ? 'birth' : 'sex';
  const birth = timeline.children.find(({ id }) => id === child.id)?.birth ?? null;
  const { family } = timeline;
  return (
    <EmptyState
      icon="chart"
      title={t(`growth.${what}-unknown`)}
      text={t(`growth.${what}-unknown-text`)}
      action={
        <Button
          kind="primary"
          onPress={() => go(birth === null ? { name: 'add-child', family } : { name: 'correct', family, entry: birth })}
        >
          {t(`growth.${what}-add`)}
        </Button>
      }
    />
  );
};
