/** Reads the stories (timelines) of families on this phone. Each is read and folded once, until something is saved. */
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';

export type Stories = {
  /** `null` when this phone has no entry of the family. Rejects when they cannot be read; the next call tries again. */
  readonly of: (family: FamilyId) => Promise<Timeline | null>;
  /** The story if it has already been read, else `undefined`. */
  readonly now: (family: FamilyId) => Timeline | null | undefined;
  /** Clears the cache. All stories are cleared, because a merge may join families that were read separately. */
  readonly forget: () => void;
};

export const readStories = (entriesOf: (family: FamilyId) => Promise<readonly Entry[]>): Stories => {
  const asked = new Map<FamilyId, Promise<Timeline | null>>();
  const read = new Map<FamilyId, Timeline | null>();
  return {
    of: (family) => {
      const known = asked.get(family);
      if (known !== undefined) return known;
      const story = entriesOf(family).then((entries) => (entries.length === 0 ? null : foldTimeline(family, entries)));
      asked.set(family, story);
      // A story that was cleared meanwhile lacks what was saved, so it is not cached.
      const isWanted = (): boolean => asked.get(family) === story;
      story.then(
        (timeline) => {
          if (isWanted()) read.set(family, timeline);
        },
        () => {
          if (isWanted()) asked.delete(family);
        },
      );
      return story;
    },
    now: (family) => read.get(family),
    forget: () => {
      asked.clear();
      read.clear();
    },
  };
};
