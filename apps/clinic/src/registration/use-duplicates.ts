/** Searches for families that may be the one being registered, a moment after each change. */
import type { FamilyCandidate } from '@denba/records/find-family/family-names';
import { type PossibleDuplicate, possibleDuplicates } from '@denba/records/find-family/possible-duplicates';
import type { FamilyId } from '@denba/records/ids';
import { useEffect, useState } from 'preact/hooks';
import { familyFinder } from '../shell/families/family-finder.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { isWorthComparing } from './duplicate-candidate.ts';

const LOOK_AFTER_MS = 250;

export type Duplicates = {
  readonly found: readonly PossibleDuplicate[];
  /**
   * Searches now, once all families of the phone are indexed, and returns the possible duplicates except `notThese`.
   */
  readonly lookNow: () => Promise<readonly PossibleDuplicate[]>;
};

/** `notThese`: families that the worker has ruled out. */
export const useDuplicates = (candidate: FamilyCandidate, notThese: readonly FamilyId[]): Duplicates => {
  const finder = familyFinder(useWorkspace());
  const [found, setFound] = useState<readonly PossibleDuplicate[]>([]);
  const version = finder.version.value;
  const look = (): readonly PossibleDuplicate[] =>
    isWorthComparing(candidate) ? possibleDuplicates(finder.index(), candidate) : [];
  const asked = JSON.stringify(candidate);
  // Runs when the candidate (compared by value, as `asked`) or the index (`version`) changes.
  useEffect(() => {
    const timer = setTimeout(() => setFound(look()), LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [asked, version]);
  const others = (all: readonly PossibleDuplicate[]): readonly PossibleDuplicate[] =>
    all.filter(({ family }) => !notThese.includes(family));
  return {
    found: others(found),
    lookNow: async () => {
      await finder.ready;
      const all = look();
      setFound(all);
      return others(all);
    },
  };
};
