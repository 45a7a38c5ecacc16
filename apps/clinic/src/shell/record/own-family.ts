/**
 * Files an entry about a child under the family that holds the child's birth, even while that family is merged with
 * another. So a merge that is undone returns each child with everything that was recorded about it meanwhile.
 */
import type { SaveDraft } from '@denba/device/device';
import type { Timeline } from '@denba/records/timeline/timeline';

/** `timeline`: the timeline of the draft's family; `null` when the family is new. */
export const underOwnFamily = (draft: SaveDraft, timeline: Timeline | null): SaveDraft => {
  if (draft.subject === null || timeline === null || timeline.families.length < 2) return draft;
  const birth = timeline.history.find(
    ({ form, entry, withdrawn }) => form.kind === 'birth' && !withdrawn && entry.subject === draft.subject,
  );
  return birth === undefined ? draft : { ...draft, family: birth.entry.family };
};
