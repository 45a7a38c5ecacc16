/** The story (timeline) of a family for a screen, read again whenever something is saved. */
import type { FamilyId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';

export type Story =
  | { readonly kind: 'loading' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly timeline: Timeline };

const storyOf = (timeline: Timeline | null): Story =>
  timeline === null ? { kind: 'absent' } : { kind: 'ready', timeline };

const isSame = (one: Story, other: Story): boolean =>
  one.kind === 'ready' ? other.kind === 'ready' && one.timeline === other.timeline : one.kind === other.kind;

/** When the story is already cached, the first render shows it without a loading state. */
export const useStory = (family: FamilyId): Story => {
  const workspace = useWorkspace();
  const [story, setStory] = useState<Story>(() => {
    const timeline = workspace.timelineNow(family);
    return timeline === undefined ? { kind: 'loading' } : storyOf(timeline);
  });
  const version = workspace.rows.value;
  // `version` changes with every save: the story is then read again.
  useLayoutEffect(() => {
    let wanted = true;
    const show = (next: Story): void => {
      if (wanted) setStory((shown) => (isSame(shown, next) ? shown : next));
    };
    workspace.timelineOf(family).then(
      (timeline) => show(storyOf(timeline)),
      () => show({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [workspace, family, version]);
  return story;
};
